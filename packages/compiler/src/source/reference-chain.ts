import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { documentDiagnostic } from "../diagnostic/document-diagnostic.js";
import type { ComponentTable } from "./component-table.js";
import { grammar, sectionOfKind } from "./grammar.js";
import { isObject, stringOf } from "./json-object.js";
import { childPlace, refOf, type SourcePlace } from "./place.js";
import type { ReferenceResolver, Target } from "./reference-resolver.js";
import type { NodeKind } from "./shape.js";

/** Follows references to references, and notices when they lead in a circle or to the wrong kind of thing. */
export class ReferenceChain {
  readonly #components: ComponentTable;
  readonly #resolver: ReferenceResolver;
  readonly #report: (diagnostic: Diagnostic) => void;
  readonly #is31: boolean;
  /** Places of references that are known to go in circles. */
  readonly #cyclic = new Set<string>();

  constructor(
    components: ComponentTable,
    resolver: ReferenceResolver,
    report: (diagnostic: Diagnostic) => void,
    is31: boolean,
  ) {
    this.#components = components;
    this.#resolver = resolver;
    this.#report = report;
    this.#is31 = is31;
  }

  /** The first target that is not itself just a reference; a component of the document counts as a target. */
  follow(reference: string, kind: NodeKind, place: SourcePlace): Target | null {
    const at = childPlace(place, "$ref");
    const seen = new Set<string>([refOf(place)]);
    let target = this.#resolver.resolve(reference, place, at);
    while (target) {
      const wrong = this.#components.sectionMismatch(target.place, kind);
      if (wrong !== null) {
        this.#report(
          documentDiagnostic({
            code: "GW1017",
            at: refOf(at),
            message: `${JSON.stringify(reference)} is one of components.${wrong}; ${grammar[kind].noun} is expected here`,
            fix: `Reference one of components.${sectionOfKind[kind] ?? kind}.`,
          }),
        );
        return null;
      }
      const next = isObject(target.value) ? stringOf(target.value, "$ref") : undefined;
      const isPure = isObject(target.value) && Object.keys(target.value).length === 1;
      if (next === undefined || (kind === "schema" && !isPure && this.#is31)) {
        return target;
      }
      const key = refOf(target.place);
      if (seen.has(key)) {
        this.#reportCycle(reference, at, seen);
        return null;
      }
      seen.add(key);
      const further = this.#resolver.resolve(next, target.place, childPlace(target.place, "$ref"));
      if (further && this.#components.isDeclared(target.place, kind)) {
        // Keeps the name that the author gave, but only once it is known to lead somewhere.
        const end = this.#endOf(further, seen);
        if (end === null) {
          this.#reportCycle(reference, at, seen);
        }
        return end === null ? null : target;
      }
      target = further;
    }
    return null;
  }

  /** Says it once for all references of the circle. */
  #reportCycle(reference: string, at: SourcePlace, members: ReadonlySet<string>): void {
    if (![...members].some((member) => this.#cyclic.has(member))) {
      this.#resolver.cycle(reference, at);
    }
    for (const member of members) {
      this.#cyclic.add(member);
    }
  }

  /** Where a chain ends: null when it is a circle, its start when it breaks off, which has been reported. */
  #endOf(start: Target, seen: Set<string>): Target | null {
    let target: Target | null = start;
    while (target) {
      const next = isObject(target.value) ? stringOf(target.value, "$ref") : undefined;
      const key = refOf(target.place);
      if (next === undefined) {
        return target;
      }
      if (seen.has(key)) {
        return null;
      }
      seen.add(key);
      target = this.#resolver.resolve(next, target.place, childPlace(target.place, "$ref"));
    }
    return start;
  }
}
