import type { Contract } from "@gatewright/contract";
import { isNativeApiKey, schemeNames } from "../api-gateway/requirement.js";
import type { AuthorizerSettings } from "../settings.js";
import type { AuthorizerInput } from "./settings-input.js";

const DEFAULT_TTL_SECONDS = 300;

/**
 * The authorizers that are configured, then a generated one for each protected requirement set that none
 * of them decides: `SLUG-authorizer`, `SLUG-authorizer-2` and so on. `taken` holds names of other functions.
 */
export function authorizerSettings(
  contract: Contract,
  slug: string,
  input: Readonly<Record<string, AuthorizerInput>>,
  taken: Iterable<string>,
): readonly AuthorizerSettings[] {
  const sets = protectedSets(contract);
  const claimed = new Set(Object.values(input).flatMap(({ schemes }) => schemes ?? []));
  const unclaimed = [...new Set(sets.flatMap(({ schemes }) => schemes))].filter(
    (scheme) => !claimed.has(scheme),
  );
  const configured = Object.entries(input).map(([functionName, given]) => ({
    functionName,
    schemes: given.schemes ?? unclaimed,
    resultTtlSeconds: given.resultTtlSeconds ?? DEFAULT_TTL_SECONDS,
  }));
  const names = new Set([...taken, ...Object.keys(input)]);
  const generated = sets
    .filter(({ schemes }) => !configured.some((given) => includesAll(given.schemes, schemes)))
    .map(({ schemes, isNative }) => {
      const functionName = freeName(`${slug}-authorizer`, names);
      names.add(functionName);
      return {
        functionName,
        schemes,
        resultTtlSeconds: DEFAULT_TTL_SECONDS,
        ...(isNative && { onlyFor: "http-api" as const }),
      };
    });
  return [...configured, ...generated];
}

interface ProtectedSet {
  readonly schemes: readonly string[];
  /** A REST API's own API keys decide it. */
  readonly isNative: boolean;
}

/** Sets of schemes that operations ask for, in document order. */
function protectedSets(contract: Contract): readonly ProtectedSet[] {
  const sets = new Map<string, ProtectedSet>();
  for (const { security } of contract.operations) {
    const schemes = schemeNames(security);
    if (schemes.length === 0) {
      continue;
    }
    const key = JSON.stringify([...schemes].sort());
    const isNative = isNativeApiKey(contract, security) && (sets.get(key)?.isNative ?? true);
    sets.set(key, { schemes, isNative });
  }
  return [...sets.values()];
}

function includesAll(list: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((name) => list.includes(name));
}

function freeName(base: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(name)) {
      return name;
    }
  }
}
