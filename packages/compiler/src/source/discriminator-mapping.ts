import type { Json, JsonObject } from "@gatewright/contract";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { documentDiagnostic } from "../diagnostic/document-diagnostic.js";
import type { ComponentTable } from "./component-table.js";
import { isObject, own, setOwn } from "./json-object.js";
import { nearestName } from "./nearest-name.js";
import { childPlace, refOf, type SourcePlace } from "./place.js";
import type { ReferenceResolver } from "./reference-resolver.js";

/** A discriminator whose mapping holds `#/components/schemas/NAME` only: names and references are resolved. */
export function resolveMapping(
  discriminator: JsonObject,
  place: SourcePlace,
  components: ComponentTable,
  resolver: ReferenceResolver,
  report: (diagnostic: Diagnostic) => void,
): JsonObject {
  const mapping = own(discriminator, "mapping");
  if (!isObject(mapping)) {
    return discriminator;
  }

  function resolve(wanted: string, at: SourcePlace): string {
    const named = components.refToName("schemas", wanted);
    if (named !== null) {
      return named;
    }
    // A bare word is most likely meant as a name, even if a file could be called so.
    const isWord = /^[\w-]+$/.test(wanted);
    const target = isWord ? resolver.peek(wanted, place) : resolver.resolve(wanted, place, at);
    if (!target && isWord) {
      const nearest = nearestName(wanted, components.namesOf("schemas"));
      report(
        documentDiagnostic({
          code: "GW1010",
          at: refOf(at),
          message: `the mapping leads nowhere: there is no schema ${JSON.stringify(wanted)}`,
          fix: nearest
            ? `Did you mean ${JSON.stringify(nearest)}?`
            : "Name one of components.schemas, or reference a schema.",
        }),
      );
    }
    return target ? components.refTo("schemas", "schema", target) : wanted;
  }

  const resolved: Record<string, Json> = {};
  const mappingPlace = childPlace(place, "mapping");
  for (const [value, wanted] of Object.entries(mapping)) {
    const at = childPlace(mappingPlace, value);
    setOwn(resolved, value, typeof wanted === "string" ? resolve(wanted, at) : wanted);
  }
  return { ...discriminator, mapping: resolved };
}
