import type { SecurityRow } from "./operation-row.js";

/** What a request has shown. */
export interface Credentials {
  /** Scopes of a caller whom an authorizer knows; null when none has identified a caller. */
  readonly scopes: readonly string[] | null;
  /** True when the gateway has checked an API key. It stands for a scheme only where no scope is needed. */
  readonly hasApiKey?: boolean;
}

export type SecurityVerdict = "allowed" | "missing-scope" | "unauthenticated";

/**
 * Whether credentials satisfy an operation's security: any one row suffices, a row needs all its scopes.
 * `missing-scope` when the caller is known but no row is satisfied.
 */
export function evaluateSecurity(
  security: readonly SecurityRow[] | undefined,
  credentials: Credentials,
): SecurityVerdict {
  if (security === undefined || security.length === 0) {
    return "allowed";
  }
  const { scopes, hasApiKey = false } = credentials;
  for (const row of security) {
    const needed = Object.values(row);
    const needsNoScope = needed.every((list) => list.length === 0);
    if (
      needed.length === 0 ||
      (scopes !== null && needed.every((list) => list.every((scope) => scopes.includes(scope)))) ||
      (hasApiKey && needsNoScope)
    ) {
      return "allowed";
    }
  }
  return scopes === null ? "unauthenticated" : "missing-scope";
}
