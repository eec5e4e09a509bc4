import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { documentDiagnostic } from "../diagnostic/document-diagnostic.js";
import { offsetRef } from "./source-ref.js";

/** Objects and lists inside each other. Deeper documents would need a stack that not every reader has. */
export const MAX_DEPTH = 1_000;

/** Bytes of one file. */
export const MAX_FILE_BYTES = 128 * 1024 * 1024;

/** Values that aliases or inlined references may add to a document. */
export const MAX_EXPANDED_NODES = 2_000_000;

export function nestingTooDeep(file: string, offset: number): Diagnostic {
  return documentDiagnostic({
    code: "GW1006",
    at: offsetRef(file, offset),
    message: `this is nested too deeply; at most ${MAX_DEPTH.toLocaleString("en-US")} levels are read`,
    fix: "Nest less deeply, for example by moving schemas to components and referencing them.",
  });
}

export function duplicateKey(
  file: string,
  name: string,
  first: number,
  second: number,
): Diagnostic {
  return documentDiagnostic({
    code: "GW1004",
    at: offsetRef(file, second),
    message: `the key ${JSON.stringify(name)} is written twice in one object`,
    related: [{ at: offsetRef(file, first), message: "first written here" }],
    fix: "Keep one of them. Readers disagree about which one counts.",
  });
}
