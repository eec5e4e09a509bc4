const INVOCATION_URI =
  /^arn:[^:]+:apigateway:[^:]+:lambda:path\/2015-03-31\/functions\/(.+)\/invocations$/;
const STREAMING_URI =
  /^arn:[^:]+:apigateway:[^:]+:lambda:path\/2021-11-15\/functions\/.+\/response-streaming-invocations$/;
const FUNCTION_ARN =
  /^arn:[^:]+:lambda:[^:]+:[^:]+:function:([A-Za-z0-9_-]+)(?::[A-Za-z0-9_$-]+)?$/;

/** What the URI of an integration or authorizer calls. */
export type InvocationTarget =
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "streaming" }
  | { readonly kind: "stageVariable" }
  | { readonly kind: "unknown" };

/**
 * The function that an invocation URI calls; a version or alias behind the name does not count on
 * this machine. `…:function:whiteboard/invocations` → `{ kind: "function", name: "whiteboard" }`.
 * Variables that an import resolves (`${AWS::Region}` and the like) may stand anywhere in the ARN.
 */
export function parseInvocationUri(uri: string): InvocationTarget {
  if (uri.includes("${stageVariables.")) return { kind: "stageVariable" };
  const plain = uri.replace(/\$\{AWS::(Partition|Region|AccountId)\}/g, "$1");
  if (STREAMING_URI.test(plain)) return { kind: "streaming" };
  const arn = INVOCATION_URI.exec(plain)?.[1];
  const name = arn === undefined ? undefined : FUNCTION_ARN.exec(arn)?.[1];
  return name === undefined ? { kind: "unknown" } : { kind: "function", name };
}
