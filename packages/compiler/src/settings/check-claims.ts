import type { Contract, SourceRef } from "@gatewright/contract";
import { schemeNames } from "../api-gateway/requirement.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { ApiSettings } from "../settings.js";
import { escapeToken } from "../source/source-ref.js";

/** Configured authorizers of which only their order would say which one decides an operation. */
export function checkClaims(
  contract: Contract,
  settings: ApiSettings,
  at: SourceRef,
  configured: readonly string[],
): readonly Diagnostic[] {
  const authorizers = settings.authorizers.filter(({ functionName }) =>
    configured.includes(functionName),
  );
  const asked = [
    ...authorizers.map(({ schemes }) => schemes),
    ...contract.operations.map(({ security }) => schemeNames(security)),
  ];
  const found = new Map<string, Diagnostic>();
  for (const names of asked) {
    const able = authorizers.filter(({ schemes }) => names.every((name) => schemes.includes(name)));
    const exact = able.filter(({ schemes }) => schemes.length === names.length);
    const [first, ...others] = exact.length > 0 ? exact : able;
    for (const { functionName } of names.length > 0 ? others : []) {
      if (first === undefined || found.has(functionName)) {
        continue;
      }
      const place = (name: string) => `${at}/authorizers/${escapeToken(name)}`;
      const list = names.map((name) => `"${name}"`).join(" and ");
      found.set(functionName, {
        code: "GW4023",
        severity: "error",
        target: null,
        at: place(functionName),
        message: `the authorizers "${first.functionName}" and "${functionName}" both decide ${list}`,
        related: [{ at: place(first.functionName), message: "the other authorizer" }],
        fix: `Let one of them decide ${list}, or give one of them exactly these schemes.`,
      });
    }
  }
  return [...found.values()];
}
