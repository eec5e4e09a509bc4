import type { OperationRow } from "./operation-row.js";

/** What a request has shown. */
export interface Credentials {
  /** Scopes of a caller whom an authorizer knows; null when none has identified a caller. */
  readonly scopes: readonly string[] | null;
  /** True when the gateway has checked an API key of its own. It stands for the schemes in `apiKeys` and for no other. */
  readonly hasApiKey?: boolean;
}

export type SecurityVerdict = "allowed" | "missing-scope" | "unauthenticated";

/**
 * Whether credentials satisfy an operation's security: any one alternative suffices, an alternative needs all its
 * schemes and scopes. An authorizer decides a whole statement, so a caller whom it knows has satisfied all schemes; an
 * API key satisfies the gateway's own key schemes alone. `missing-scope` when the caller is known but lacks a scope.
 */
export function evaluateSecurity(
  { security = [], apiKeys = [] }: Pick<OperationRow, "security" | "apiKeys">,
  { scopes, hasApiKey = false }: Credentials,
): SecurityVerdict {
  const isAllowed = security.some((alternative) =>
    Object.entries(alternative).every(
      ([scheme, needed]) =>
        (hasApiKey && apiKeys.includes(scheme)) ||
        (scopes !== null && needed.every((scope) => scopes.includes(scope))),
    ),
  );
  return isAllowed || security.length === 0
    ? "allowed"
    : scopes
      ? "missing-scope"
      : "unauthenticated";
}
