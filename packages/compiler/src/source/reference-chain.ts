import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { documentDiagnostic } from "../diagnostic/document-diagnostic.js";
import type { ComponentTable } from "./component-table.js";
import { grammar, sectionOfKind } from "./grammar.js";
import { isObject, stringOf } from "./json-object.js";
import { MAX_REFERENCE_DEPTH, referencedTooDeeply } from "./limits.js";
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
  /** Places from which a chain is known to end. */
  readonly #ending = new Set<string>();
  /** After one chain without a near end no other is followed: there may be thousands. */
  #isTooLong = false;

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
    while (target && !this.#isTooLong) {
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
      if (this.#isOverlong(reference, at, seen)) {
        return null;
      }
      const further = this.#resolver.resolve(next, target.place, childPlace(target.place, "$ref"));
      if (further && this.#components.isDeclared(target.place, kind)) {
        // Keeps the name that the author gave, but only once it is known to lead somewhere.
        const hasEnd = this.#hasEnd(further, seen);
        if (!hasEnd && !this.#isOverlong(reference, at, seen)) {
          this.#reportCycle(reference, at, seen);
        }
        return hasEnd ? target : null;
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

  #isOverlong(reference: string, at: SourcePlace, seen: ReadonlySet<string>): boolean {
    if (seen.size <= MAX_REFERENCE_DEPTH) {
      return false;
    }
    if (!this.#isTooLong) {
      this.#isTooLong = true;
      this.#report(referencedTooDeeply(reference, refOf(at)));
    }
    return true;
  }

  /** False for a chain that is a circle or too long; true also for one that breaks off, which has been reported. */
  #hasEnd(start: Target, seen: Set<string>): boolean {
    const passed: string[] = [];
    let target: Target | null = start;
    while (target) {
      const next = isObject(target.value) ? stringOf(target.value, "$ref") : undefined;
      const key = refOf(target.place);
      if (next === undefined || this.#ending.has(key)) {
        break;
      }
      if (seen.has(key) || seen.size > MAX_REFERENCE_DEPTH) {
        return false;
      }
      seen.add(key);
      passed.push(key);
      target = this.#resolver.resolve(next, target.place, childPlace(target.place, "$ref"));
    }
    for (const key of passed) {
      this.#ending.add(key);
    }
    return true;
  }
}
