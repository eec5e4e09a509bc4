import type { Json } from "@gatewright/contract";
import { deriveComponentName, uniqueName } from "./component-names.js";
import { grammar, sectionOfKind } from "./grammar.js";
import { isObject, own, stringOf } from "./json-object.js";
import { childPlace, pointerOf, refOf, rootPlace, type SourcePlace } from "./place.js";
import type { ReferenceResolver, Target } from "./reference-resolver.js";
import type { NodeKind } from "./shape.js";
import type { SourceFile } from "./source-file.js";
import { escapeToken } from "./source-ref.js";

interface ComponentEntry {
  readonly section: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly target: Target;
}

const kindOfSection = new Map<string, NodeKind>(
  // Keys of sectionOfKind are node kinds: that is its type.
  Object.entries(sectionOfKind).map(([kind, section]) => [section, kind as NodeKind]),
);

/** Which source place goes by which component name, and which components are still to be written. */
export class ComponentTable {
  readonly #entry: SourceFile;
  readonly #resolver: ReferenceResolver;
  /** `section file#pointer` → name. */
  readonly #names = new Map<string, string>();
  readonly #taken = new Map<string, Set<string>>();
  readonly #declared = new Set<string>();
  readonly #declaredNames = new Set<string>();
  readonly #queue: ComponentEntry[] = [];
  readonly #others: { name: string; place: SourcePlace; value: Json }[] = [];
  #handedOut = 0;
  /** Where the components object stands. */
  holder: SourcePlace | null = null;

  constructor(entry: SourceFile, resolver: ReferenceResolver) {
    this.#entry = entry;
    this.#resolver = resolver;
  }

  /**
   * Gives every component of the document its own name first. One that is only a reference to something
   * outside the components lends its name to that.
   */
  claim(): void {
    const root = rootPlace(this.#entry);
    const source = isObject(this.#entry.value) ? this.#entry.value : {};
    const components = this.#through(own(source, "components"), childPlace(root, "components"));
    if (!components || !isObject(components.value)) {
      return;
    }
    this.holder = components.place;
    const declared: ComponentEntry[] = [];
    const aliases: ComponentEntry[] = [];
    for (const [section, value] of Object.entries(components.value)) {
      const kind = kindOfSection.get(section);
      const held = kind && this.#through(value, childPlace(components.place, section));
      if (!kind || !held || !isObject(held.value)) {
        this.#others.push({ name: section, place: childPlace(components.place, section), value });
        continue;
      }
      this.#others.push({ name: section, place: held.place, value: {} });
      for (const [name, member] of Object.entries(held.value)) {
        const place = childPlace(held.place, name);
        const target = { place, value: member };
        this.#take(section, name);
        this.#declaredNames.add(`${section} ${name}`);
        this.#declared.add(`${section} ${refOf(place)}`);
        const reference = isObject(member) ? stringOf(member, "$ref") : undefined;
        if (reference !== undefined && isObject(member) && Object.keys(member).length === 1) {
          aliases.push({ section, kind, name, target });
        } else {
          this.#names.set(`${section} ${refOf(place)}`, name);
        }
        declared.push({ section, kind, name, target });
      }
    }
    const lent = new Map<Target, Target>();
    for (const { section, name, target } of aliases) {
      this.#names.set(`${section} ${refOf(target.place)}`, name);
      const end = this.#outside(target, section);
      const key = end && `${section} ${refOf(end.place)}`;
      if (end && key && !this.#names.has(key)) {
        this.#names.set(key, name);
        lent.set(target, end);
      }
    }
    for (const component of declared) {
      const end = lent.get(component.target);
      this.#queue.push(end ? { ...component, target: end } : component);
    }
  }

  /** Where an alias leads if that is outside the components; null otherwise, also when it leads nowhere. */
  #outside(start: Target, section: string): Target | null {
    const seen = new Set<string>();
    let target: Target | null = start;
    while (target) {
      const reference: string | undefined = isObject(target.value)
        ? stringOf(target.value, "$ref")
        : undefined;
      const isPure = isObject(target.value) && Object.keys(target.value).length === 1;
      if (reference === undefined || !isPure) {
        return target === start ? null : target;
      }
      const key = `${section} ${refOf(target.place)}`;
      if (seen.has(key) || (target !== start && this.#declared.has(key))) {
        return null;
      }
      seen.add(key);
      target = this.#resolver.peek(reference, target.place);
    }
    return null;
  }

  #through(value: Json | undefined, place: SourcePlace): Target | null {
    const reference = isObject(value) ? stringOf(value, "$ref") : undefined;
    if (reference === undefined) {
      return value === undefined ? null : { place, value };
    }
    const target = this.#resolver.resolve(reference, place, childPlace(place, "$ref"));
    return target && this.#through(target.value, target.place);
  }

  isDeclared(place: SourcePlace, kind: NodeKind): boolean {
    return this.#declared.has(`${sectionOfKind[kind]} ${refOf(place)}`);
  }

  /** True for a name that the author gave. */
  hasDeclaredName(section: string, name: string): boolean {
    return this.#declaredNames.has(`${section} ${name}`);
  }

  /** The section that a place is a component of, when that is another one than this kind belongs to. */
  sectionMismatch(place: SourcePlace, kind: NodeKind): string | null {
    if (place.file !== this.#entry) {
      return null;
    }
    const found = /^\/components\/([^/]+)\/[^/]+$/.exec(pointerOf(place))?.[1];
    const isSection = found !== undefined && Object.hasOwn(grammar.components.fields, found);
    return isSection && found !== sectionOfKind[kind] ? found : null;
  }

  /** `#/components/SECTION/NAME` of a place; makes it a component when it is none yet. */
  refTo(section: string, kind: NodeKind, target: Target): string {
    const key = `${section} ${refOf(target.place)}`;
    let name = this.#names.get(key);
    if (name === undefined) {
      const taken = this.#taken.get(section) ?? new Set<string>();
      name = uniqueName(deriveComponentName(target.place), (candidate) => taken.has(candidate));
      this.#names.set(key, name);
      this.#take(section, name);
      this.#queue.push({ section, kind, name, target });
    }
    return componentRef(section, name);
  }

  /** The reference to a component of that name; null when there is none. */
  refToName(section: string, name: string): string | null {
    return this.#taken.get(section)?.has(name) ? componentRef(section, name) : null;
  }

  namesOf(section: string): readonly string[] {
    return [...(this.#taken.get(section) ?? [])];
  }

  /** The next component that has not been written yet. */
  next(): ComponentEntry | undefined {
    const entry = this.#queue[this.#handedOut];
    this.#handedOut += 1;
    return entry;
  }

  /** Fields of the components object that hold no components known to the grammar, and empty sections. */
  others(): readonly { name: string; place: SourcePlace; value: Json }[] {
    return this.#others;
  }

  #take(section: string, name: string): void {
    const taken = this.#taken.get(section) ?? new Set<string>();
    taken.add(name);
    this.#taken.set(section, taken);
  }
}

function componentRef(section: string, name: string): string {
  return `#/components/${section}/${encodeURIComponent(escapeToken(name)).replaceAll("%7E", "~")}`;
}
