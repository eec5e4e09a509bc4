import type { RawRequest } from "../events/raw-request.js";
import type { ParityCase } from "./parity-case.js";
import type { Gateway } from "./targets/gateway.js";
import type { World } from "./world.js";

/** The request of a case on one world: ids filled in, the token in its header. */
export async function fillIn(
  { request, scopes }: ParityCase,
  world: World,
  gateway: Pick<Gateway, "token">,
): Promise<RawRequest> {
  const token = scopes === null || scopes === "garbage" ? scopes : await gateway.token(scopes);
  return {
    ...request,
    target: world.fill(request.target),
    headers: [
      ...request.headers,
      ...(token === null ? [] : [["Authorization", `Bearer ${token}`] as const]),
    ],
  };
}
