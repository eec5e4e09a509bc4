/** Variables that a gateway response template may use here. */
export const templateVariables: ReadonlySet<string> = new Set([
  "context.requestId",
  "context.extendedRequestId",
  "context.error.message",
  "context.error.messageString",
  "context.error.responseType",
  "context.httpMethod",
  "context.resourcePath",
  "context.stage",
]);

const VARIABLE = /\$(?:\{([a-zA-Z][\w.]*\w)\}|([a-zA-Z][\w.]*\w))/g;

/** Names of the variables in a template: `"$context.requestId"` → `["context.requestId"]`. */
export function variablesOf(template: string): readonly string[] {
  return [...template.matchAll(VARIABLE)].map((match) => match[1] ?? match[2] ?? "");
}

/** Puts values in place of variables, once: what a value says is never looked at again. */
export function fillTemplate(template: string, values: ReadonlyMap<string, string>): string {
  return template.replace(
    VARIABLE,
    (text, braced?: string, plain?: string) => values.get(braced ?? plain ?? "") ?? text,
  );
}
