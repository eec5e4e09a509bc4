import { evaluateSecurity, type OperationRow } from "@gatewright/contract";
import { readCaller } from "./caller.js";
import type { GatewayRequest } from "./event/gateway-request.js";
import type { Caller } from "./handler.js";
import type { Refusal } from "./refusal.js";

/** Who calls, and whether he may. */
export interface Security {
  callerOf(request: Pick<GatewayRequest, "authorizer">): Caller | null;
  /** Null when the caller may. */
  refuse(
    row: OperationRow,
    caller: Caller | null,
    request: Pick<GatewayRequest, "hasApiKey">,
  ): Refusal | null;
}

/**
 * Security by what the gateway has established: an authorizer's context, or an API key. An event without either counts
 * as a request without credentials, so an operation stays closed when an authorizer is missing. Source of the header:
 * RFC 6750 §3.
 */
export const security: Security = {
  callerOf: ({ authorizer }) => readCaller(authorizer),
  refuse(row, caller, { hasApiKey }) {
    const verdict = evaluateSecurity(row, { scopes: caller?.scopes ?? null, hasApiKey });
    if (verdict === "allowed") {
      return null;
    }
    if (verdict === "unauthenticated") {
      return {
        status: 401,
        detail: "This operation needs credentials.",
        headers: { "www-authenticate": "Bearer" },
      };
    }
    const scope = Object.values(row.security?.[0] ?? {})
      .flat()
      .join(" ");
    return {
      status: 403,
      detail: `This operation needs the scope ${scope}.`,
      headers: { "www-authenticate": `Bearer error="insufficient_scope", scope="${scope}"` },
    };
  },
};
