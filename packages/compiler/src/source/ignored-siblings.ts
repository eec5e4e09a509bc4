import type { JsonObject } from "@gatewright/contract";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { documentDiagnostic } from "../diagnostic/document-diagnostic.js";
import { childPlace, refOf, type SourcePlace } from "./place.js";
import type { NodeKind } from "./shape.js";

/** Warns about what stands beside a `$ref` and is ignored; texts that only explain are not worth a word. */
export function reportIgnoredSiblings(
  object: JsonObject,
  kind: NodeKind,
  place: SourcePlace,
  report: (diagnostic: Diagnostic) => void,
): void {
  const [first, ...others] = Object.keys(object).filter(
    (name) => !/^(?:\$ref|description|summary|x-.*)$/.test(name),
  );
  if (first === undefined) {
    return;
  }
  const names = [first, ...others].map((name) => JSON.stringify(name)).join(", ");
  report(
    documentDiagnostic({
      code: "GW1016",
      severity: "warning",
      at: refOf(childPlace(place, first)),
      isAtKey: true,
      message: `${names} beside $ref is ignored`,
      fix:
        kind === "schema"
          ? "Put the $ref into allOf to add to it, or remove what is beside it."
          : "Remove it, or write the object out instead of referencing it.",
    }),
  );
}
