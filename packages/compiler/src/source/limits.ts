import type { SourceRef } from "@gatewright/contract";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { documentDiagnostic } from "../diagnostic/document-diagnostic.js";
import { offsetRef } from "./source-ref.js";

/** Objects and lists inside each other. Deeper documents would need a stack that not every reader has. */
export const MAX_DEPTH = 1_000;

/** Bytes of one file. */
export const MAX_FILE_BYTES = 128 * 1024 * 1024;

/** Values that aliases may add to a document. */
export const MAX_EXPANDED_NODES = 2_000_000;

/** Bytes of a document and of its contract with their references written out, roughly. */
export const MAX_EXPANDED_BYTES = 200_000_000;

/** References that lead to references, one inside of the other. */
export const MAX_REFERENCE_DEPTH = 100;

/** Callbacks of callbacks of callbacks are as far as anybody goes; a circle of them ends here. */
export const MAX_CALLBACK_DEPTH = 3;

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

export function referencedTooDeeply(reference: string, at: SourceRef): Diagnostic {
  return documentDiagnostic({
    code: "GW1026",
    at,
    message: `${JSON.stringify(reference)} leads on through more than ${MAX_REFERENCE_DEPTH} references, one inside of the other`,
    fix: "Reference what is meant more directly.",
  });
}
