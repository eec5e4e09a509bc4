/** Text that Terraform takes literally: `${` and `%{` start expressions in it. */
export function literal(text: string): string {
  return text.replace(/[$%](?=\{)/g, "$&$&");
}

/** A reference or expression, as JSON configuration writes it: `aws_lambda_function.x.arn` → `${…}`. */
export function expression(source: string): string {
  return `\${${source}}`;
}

/** A local name: `WhiteboardFunction` → `whiteboard_function`. */
export function localName(logicalId: string): string {
  return logicalId
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase();
}
