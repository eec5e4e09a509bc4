import { evaluateSecurity, type OperationRow, type Problem } from "@gatewright/contract";
import type { GatewayRequest } from "./event/gateway-request.js";

/** Why a caller may not, and the challenge that says so. */
export interface Refusal {
  readonly problem: Pick<Problem, "status" | "detail">;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Null when the caller may. The gateway's authorizer has checked the credentials; an event without its context
 * counts as a request without credentials, so an operation stays closed when an authorizer is missing. Source of the
 * header: RFC 6750 §3.
 */
export function refuse(
  row: OperationRow,
  { caller, hasApiKey }: Pick<GatewayRequest, "caller" | "hasApiKey">,
): Refusal | null {
  const verdict = evaluateSecurity(row, { scopes: caller?.scopes ?? null, hasApiKey });
  if (verdict === "allowed") {
    return null;
  }
  if (verdict === "unauthenticated") {
    return {
      problem: { status: 401, detail: "This operation needs credentials." },
      headers: { "www-authenticate": "Bearer" },
    };
  }
  const scope = Object.values(row.security?.[0] ?? {})
    .flat()
    .join(" ");
  return {
    problem: { status: 403, detail: `This operation needs the scope ${scope}.` },
    headers: { "www-authenticate": `Bearer error="insufficient_scope", scope="${scope}"` },
  };
}
