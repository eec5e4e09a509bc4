import type { SourceRef } from "@gatewright/contract";
import type { Diagnostic, RelatedPlace, Severity } from "./diagnostic.js";

/** What a finding about the document itself says; severity is `error` unless it says otherwise. */
interface DocumentFinding {
  readonly code: string;
  readonly at: SourceRef;
  readonly message: string;
  readonly fix: string;
  readonly severity?: Severity;
  readonly isAtKey?: boolean;
  readonly related?: readonly RelatedPlace[];
}

/** A complete diagnostic about the document: no target, nothing left open. */
export function documentDiagnostic(finding: DocumentFinding): Diagnostic {
  return {
    code: finding.code,
    severity: finding.severity ?? "error",
    target: null,
    message: finding.message,
    at: finding.at,
    ...(finding.isAtKey ? { isAtKey: true as const } : {}),
    fix: finding.fix,
    related: finding.related ?? [],
  };
}
