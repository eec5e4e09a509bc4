import type { LocatedDiagnostic } from "./diagnostic.js";

/** What `--format json` prints: one object, fields always in the same order. */
export function renderJson(diagnostics: readonly LocatedDiagnostic[]): {
  readonly diagnostics: readonly LocatedDiagnostic[];
} {
  return {
    diagnostics: diagnostics.map((each) => ({
      code: each.code,
      severity: each.severity,
      target: each.target,
      ...(each.blocksTarget ? { blocksTarget: true as const } : {}),
      message: each.message,
      file: each.file,
      line: each.line,
      column: each.column,
      pointer: each.pointer,
      fix: each.fix,
      docs: each.docs,
      related: each.related.map(({ file, line, column, pointer, message }) => ({
        file,
        line,
        column,
        pointer,
        message,
      })),
    })),
  };
}
