import type { Contract } from "@gatewright/contract";
import { identityHeaders } from "../api-gateway/identity-source.js";
import type { CorsSettings } from "../settings.js";

/** Response header in which API Gateway names the request. */
const REQUEST_ID_HEADER = "x-amzn-RequestId";

/** CORS with what is left open taken from the contract: the headers that it declares may be sent and read. */
export function corsSettings(contract: Contract, input: Partial<CorsSettings>): CorsSettings {
  return {
    allowOrigins: input.allowOrigins ?? ["*"],
    allowHeaders: input.allowHeaders ?? requestHeaders(contract),
    exposeHeaders: input.exposeHeaders ?? responseHeaders(contract),
    allowCredentials: input.allowCredentials ?? false,
    maxAgeSeconds: input.maxAgeSeconds ?? 600,
  };
}

function requestHeaders(contract: Contract): readonly string[] {
  const declared = contract.operations.flatMap(({ parameters }) =>
    parameters.filter(({ in: location }) => location === "header").map(({ name }) => name),
  );
  return distinct(["Content-Type", ...identityHeaders(contract), ...declared]);
}

function responseHeaders(contract: Contract): readonly string[] {
  const declared = contract.operations.flatMap(({ responses }) =>
    responses.flatMap(({ headers }) => headers.map(({ name }) => name)),
  );
  return distinct([...declared, REQUEST_ID_HEADER]);
}

/** The first spelling of each name that a quoted list can hold: header names are compared without case. */
function distinct(names: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    if (/^[\w.-]+$/.test(name) && !seen.has(name.toLowerCase())) {
      seen.set(name.toLowerCase(), name);
    }
  }
  return [...seen.values()];
}
