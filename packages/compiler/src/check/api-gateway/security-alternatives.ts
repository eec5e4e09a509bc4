import type { Contract } from "@gatewright/contract";
import { schemeNames } from "../../api-gateway/requirement.js";
import type { RelatedPlace } from "../../diagnostic/diagnostic.js";
import { forBoth } from "./for-both.js";

/** An authorizer decides them; API Gateway alone knows neither "or" nor "if there are any". */
export const securityAlternatives = forBoth({
  code: "GW2106",
  title: "Alternative credentials are decided by a function for every request",
  severity: "warning",
  check(contract, _settings, report) {
    for (const places of alternativeStatements(contract)) {
      const [first, ...others] = places;
      if (first !== undefined) {
        report({
          at: first.at,
          message: `${first.message}; an authorizer function alone decides, for every request, and its answers are not kept`,
          related: others.slice(0, 10),
          fix: "Nothing to do if that is meant. One requirement that is always needed lets API Gateway refuse and remember by itself.",
        });
      }
    }
  },
});

/** Statements with a choice, grouped by what they say. */
function alternativeStatements(contract: Contract): readonly (readonly RelatedPlace[])[] {
  const groups = new Map<string, Map<string, RelatedPlace>>();
  for (const { security } of contract.operations) {
    if (security.kind !== "required" || security.alternatives.length < 2) {
      continue;
    }
    if (schemeNames(security).length === 0) {
      continue;
    }
    const text = security.alternatives
      .map(({ schemes }) => schemes.map(({ name }) => `"${name}"`).join(" and ") || "nothing")
      .join(" or ");
    const group = groups.get(text) ?? new Map<string, RelatedPlace>();
    group.set(security.at, { at: security.at, message: `callers show ${text}` });
    groups.set(text, group);
  }
  return [...groups.values()].map((group) => [...group.values()]);
}
