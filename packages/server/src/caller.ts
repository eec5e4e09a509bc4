import type { Caller } from "./handler.js";

/**
 * Who calls, from what an authorizer left in the event: flat in events 1.0 (`{ principalId, sub, scope }`), under
 * `lambda`, `jwt` or `iam` in 2.0, under `claims` with a Cognito or JWT authorizer. Null when there is nothing.
 * Source: API Gateway Developer Guide, "Lambda proxy integrations" and "Lambda authorizers".
 */
export function readCaller(authorizer: unknown): Caller | null {
  if (!isRecord(authorizer)) {
    return null;
  }
  const { lambda, jwt, iam, claims } = authorizer;
  if (isRecord(jwt)) {
    return callerOf(jwt.claims, jwt.scopes);
  }
  if (isRecord(lambda)) {
    return callerOf(lambda);
  }
  if (isRecord(iam)) {
    return { sub: textOf(iam.userArn) ?? textOf(iam.userId) ?? "", scopes: [] };
  }
  return isRecord(claims) ? callerOf(claims, authorizer.scopes) : callerOf(authorizer);
}

/**
 * A context that names nobody is no context: an authorizer that answered without one must not open an operation.
 * Nor must one that says `anonymous`, whose policy has to name a principal all the same.
 */
function callerOf(context: unknown, scopes?: unknown): Caller | null {
  if (!isRecord(context) || String(context.anonymous) === "true") {
    return null;
  }
  const sub = textOf(context.sub) ?? textOf(context.principalId) ?? textOf(context.client_id);
  return sub === undefined ? null : { sub, scopes: scopesOf(scopes ?? context.scope) };
}

/** `"users:read users:write"` (RFC 6749 §3.3), or the list that a JWT authorizer makes of it. */
function scopesOf(scope: unknown): readonly string[] {
  if (typeof scope === "string") {
    return scope.split(" ").filter((name) => name !== "");
  }
  return Array.isArray(scope) ? scope.filter((name) => typeof name === "string") : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
