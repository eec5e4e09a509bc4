import type { TargetRule } from "../rule.js";

/** One rule for each of the two products, where both take or refuse the same. */
export function forBoth(rule: Omit<TargetRule, "target">): readonly TargetRule[] {
  return [
    { ...rule, target: "rest-api" },
    { ...rule, target: "http-api" },
  ];
}
