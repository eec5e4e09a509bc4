import type { Contract, Security, SecurityScheme } from "@gatewright/contract";

/** Every scheme that a statement names, once each, in its order. */
export function schemeNames(security: Security): readonly string[] {
  return security.kind === "required"
    ? [...new Set(security.alternatives.flatMap(({ schemes }) => schemes.map(({ name }) => name)))]
    : [];
}

/** True when the statement lets everybody in: `[]`, or nothing but empty alternatives. */
export function isOpen(security: Security): boolean {
  return (
    security.kind === "open" || (security.kind === "required" && schemeNames(security).length === 0)
  );
}

/** The only scheme of the only alternative; null when there is more to decide. */
export function soleScheme(security: Security): string | null {
  if (security.kind !== "required" || security.alternatives.length !== 1) {
    return null;
  }
  const schemes = security.alternatives[0]?.schemes ?? [];
  return schemes.length === 1 ? (schemes[0]?.name ?? null) : null;
}

/** True when nothing but an API key in `x-api-key` is asked for: a REST API checks that by itself. */
export function isNativeApiKey(contract: Contract, security: Security): boolean {
  const name = soleScheme(security);
  const scheme = contract.securitySchemes.find((candidate) => candidate.name === name);
  return scheme !== undefined && isNativeScheme(scheme);
}

/** True when no alternative goes without an API key in `x-api-key`. */
export function alwaysNeedsNativeKey(contract: Contract, security: Security): boolean {
  const native = new Set(contract.securitySchemes.filter(isNativeScheme).map(({ name }) => name));
  return (
    security.kind === "required" &&
    security.alternatives.every(({ schemes }) => schemes.some(({ name }) => native.has(name)))
  );
}

/** True for an API key in `x-api-key`, the only one that a REST API can check by itself. */
export function isNativeScheme({ type }: SecurityScheme): boolean {
  return type.kind === "apiKey" && type.in === "header" && type.name.toLowerCase() === "x-api-key";
}
