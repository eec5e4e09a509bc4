import type { SourceRef } from "@gatewright/contract";

export type Severity = "error" | "warning";

/** What a complaint stands in the way of. `null`: the document itself. */
export type Target = null | "rest-api" | "http-api" | "get-sdk";

/**
 * A problem that the author of a document can fix. `at` and `related` are source references; they become
 * lines and columns when the diagnostic is located, so that nothing tracks positions that nobody asks for.
 */
export interface Diagnostic {
  /** `GW1003`; see the catalogue. Never reused or renumbered. */
  readonly code: string;
  readonly severity: Severity;
  readonly target: Target;
  /** True for a target's finding that leaves that target's files out although the run goes on. */
  readonly blocksTarget?: true;
  readonly message: string;
  readonly at: SourceRef;
  /** Point at the key instead of the value. */
  readonly isAtKey?: true;
  readonly fix: string;
  readonly related: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly at: SourceRef;
  readonly isAtKey?: true;
  readonly message: string;
}

/** A place in a file as people count: line and column start at 1, columns count UTF-16 units. */
export interface Place {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
}

/** A diagnostic as `--format json` prints it. */
export interface LocatedDiagnostic extends Place {
  readonly code: string;
  readonly severity: Severity;
  readonly target: Target;
  readonly blocksTarget?: true;
  readonly message: string;
  readonly fix: string;
  /** Page about the code, relative to the project that holds it. */
  readonly docs: string;
  readonly related: readonly (Place & { readonly message: string })[];
}
