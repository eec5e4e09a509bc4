import type { Contract } from "@gatewright/contract";
import type { Diagnostic, Severity, Target } from "../diagnostic/diagnostic.js";
import type { ApiSettings } from "../settings.js";

/** A complaint as a rule makes it; code, severity and target come from the rule unless it says otherwise. */
export type Report = (
  finding: Pick<Diagnostic, "at" | "message" | "fix"> &
    Partial<Pick<Diagnostic, "isAtKey" | "related" | "severity">>,
) => void;

interface RuleFacts {
  readonly code: string;
  /** A fact in a few words, for the catalogue: "operationId is not unique". */
  readonly title: string;
  readonly severity: Severity;
}

/** Says something about a contract that holds for every reader of it. */
export interface Rule extends RuleFacts {
  check(contract: Contract, report: Report): void;
}

/**
 * Says what one target takes. `severity: "error"` means that the target cannot be made; it becomes a
 * warning that blocks the target unless that target was asked for.
 */
export interface TargetRule extends RuleFacts {
  readonly target: Exclude<Target, null>;
  check(contract: Contract, settings: ApiSettings, report: Report): void;
}
