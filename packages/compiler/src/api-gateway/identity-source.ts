import type { Contract, SecurityRequirement, SecurityScheme } from "@gatewright/contract";

/** Where a request carries a credential, as both products' mapping expressions name it. */
export interface IdentitySource {
  readonly in: "header" | "querystring";
  readonly name: string;
}

/** Names that a mapping expression can hold. */
const SOURCE_NAME = /^[A-Za-z0-9._$-]+$/;

/** Where the credential of a scheme stands; null when no header or query parameter holds it. */
export function identitySource({ type }: SecurityScheme): IdentitySource | null {
  switch (type.kind) {
    case "http":
    case "oauth2":
    case "openIdConnect":
      return { in: "header", name: "Authorization" };
    case "apiKey": {
      const source =
        type.in === "cookie"
          ? ({ in: "header", name: "Cookie" } as const)
          : ({ in: type.in === "query" ? "querystring" : "header", name: type.name } as const);
      return SOURCE_NAME.test(source.name) ? source : null;
    }
    case "mutualTLS":
      return null;
  }
}

/**
 * What a request must carry before an authorizer is asked. Empty when that cannot be said: API Gateway wants
 * all sources of an authorizer at once, so alternatives and optional credentials have none in common.
 */
export function identitySources(
  contract: Contract,
  alternatives: readonly SecurityRequirement[],
): readonly IdentitySource[] {
  const [only, ...others] = alternatives;
  if (only === undefined || others.length > 0) {
    return [];
  }
  const sources = new Map<string, IdentitySource>();
  for (const { name } of only.schemes) {
    const scheme = contract.securitySchemes.find((candidate) => candidate.name === name);
    const source = scheme === undefined ? null : identitySource(scheme);
    if (source === null) {
      return [];
    }
    sources.set(`${source.in} ${source.name.toLowerCase()}`, source);
  }
  return [...sources.values()];
}

/** Headers in which the contract's schemes carry credentials, cookies aside. */
export function identityHeaders(contract: Contract): readonly string[] {
  return contract.securitySchemes
    .map(identitySource)
    .flatMap((source) =>
      source?.in === "header" && source.name !== "Cookie" ? [source.name] : [],
    );
}
