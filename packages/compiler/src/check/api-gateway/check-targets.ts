import type { Contract } from "@gatewright/contract";
import type { Diagnostic, Target } from "../../diagnostic/diagnostic.js";
import type { ApiSettings } from "../../settings.js";
import type { TargetRule } from "../rule.js";
import { apiGatewayRules } from "./rules.js";

type TargetName = Exclude<Target, null>;

/** Every finding of the target rules, severities as the rules give them. */
export function checkTargets(
  contract: Contract,
  settings: ApiSettings,
  rules: readonly TargetRule[] = apiGatewayRules,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { code, severity, target, check } of rules) {
    check(contract, settings, (finding) => {
      found.push({ code, severity, target, related: [], ...finding });
    });
  }
  return found;
}

/** What findings mean for a run, and the targets that it cannot make. */
export interface TargetOutcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly blocked: ReadonlySet<TargetName>;
}

/**
 * An error of a target that was not asked for becomes a warning that leaves the target's files out. A warning that
 * two targets give in the same words is given once. What only SDKs of API Gateway lack is said when they were asked for.
 */
export function applyTargets(
  findings: readonly Diagnostic[],
  asked: readonly TargetName[],
): TargetOutcome {
  const blocked = new Set<TargetName>();
  const said = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const finding of findings) {
    const { target, severity, code, at, message } = finding;
    const isAsked = target !== null && asked.includes(target);
    if (target !== null && severity === "error") {
      blocked.add(target);
    }
    if (target === "get-sdk" && !isAsked) {
      continue;
    }
    if (target === null || isAsked || severity === "warning") {
      const key = JSON.stringify([code, at, message, severity]);
      if (severity === "error" || !said.has(key)) {
        said.add(key);
        diagnostics.push(finding);
      }
    } else {
      diagnostics.push({ ...finding, severity: "warning", blocksTarget: true });
    }
  }
  return { diagnostics, blocked };
}
