import type { Contract } from "@gatewright/contract";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { documentDiagnostic } from "../../diagnostic/document-diagnostic.js";
import type { Bundle } from "../../source/bundler.js";
import { rootCursor, walkDocument } from "../../source/cursor.js";
import type { OpenapiVersion } from "../../source/openapi-version.js";
import type { NodeKind } from "../../source/shape.js";
import type { Report, Rule } from "../rule.js";
import { contractRules, sourceRules } from "./rules.js";
import type { DocumentFacts, SourceRule } from "./source-rule.js";

/** Runs every rule about the document itself, in one walk over it. */
export function checkDocument(
  bundle: Bundle,
  contract: Contract,
  version: OpenapiVersion,
  report: (diagnostic: Diagnostic) => void,
): void {
  const facts: DocumentFacts = { root: rootCursor(bundle), version };
  const reporterOf = (rule: Pick<Rule, "code" | "severity">): Report => {
    return (finding) => {
      report(documentDiagnostic({ code: rule.code, severity: rule.severity, ...finding }));
    };
  };
  const rulesByKind = new Map<NodeKind, { rule: SourceRule; say: Report }[]>();
  const rules = sourceRules.map((rule) => ({ rule, say: reporterOf(rule) }));
  walkDocument(bundle, (cursor, kind) => {
    let interested = rulesByKind.get(kind);
    if (!interested) {
      interested = rules.filter(({ rule }) => rule.kinds === "all" || rule.kinds.includes(kind));
      rulesByKind.set(kind, interested);
    }
    for (const { rule, say } of interested) {
      rule.check(cursor, say, facts, kind);
    }
  });
  for (const rule of contractRules) {
    rule.check(contract, reporterOf(rule));
  }
}
