import type { LocatedDiagnostic } from "./diagnostic.js";

/** As people read files: by file, line and column, errors and warnings together; at one place as they were found. */
export function inOrder(diagnostics: readonly LocatedDiagnostic[]): readonly LocatedDiagnostic[] {
  return diagnostics.toSorted(
    (one, other) =>
      compareTexts(one.file, other.file) || one.line - other.line || one.column - other.column,
  );
}

/** By UTF-16 units: the same in every locale. */
function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
