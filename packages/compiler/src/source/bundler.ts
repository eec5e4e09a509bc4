import type { Json, JsonObject, SourceRef } from "@gatewright/contract";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { documentDiagnostic } from "../diagnostic/document-diagnostic.js";
import { ComponentTable } from "./component-table.js";
import { resolveMapping } from "./discriminator-mapping.js";
import { grammar, sectionOfKind } from "./grammar.js";
import { reportIgnoredSiblings } from "./ignored-siblings.js";
import { isList, isObject, setOwn, stringOf } from "./json-object.js";
import { MAX_REFERENCE_DEPTH, referencedTooDeeply } from "./limits.js";
import { childPlace, refOf, rootPlace, type SourcePlace } from "./place.js";
import { ReferenceChain } from "./reference-chain.js";
import type { ReferenceResolver, Target } from "./reference-resolver.js";
import { resolveUri } from "./schema-identifiers.js";
import type { NodeKind, Shape } from "./shape.js";
import type { SourceFile } from "./source-file.js";

/** One document in memory. Every `$ref` that is not data reads `#/components/SECTION/NAME`. */
export interface Bundle {
  readonly document: JsonObject;
  /** Where an object really stands, for those that were moved here from elsewhere. */
  readonly origins: WeakMap<object, SourceRef>;
  /** Objects whose `$ref` leads nowhere; that has been reported, and nothing else is said about them. */
  readonly broken: WeakSet<object>;
}

/** Schema keywords that only help to find other schemas; after bundling nothing needs them. */
const IDENTIFIERS = new Set(["$id", "$schema", "$anchor", "$dynamicAnchor", "$vocabulary"]);

/**
 * Follows every reference of a document. What is referenced from another file, or from a place that is not
 * a component, becomes a component; path items and parts that have no section are copied in. Untouched
 * parts of the source are shared, not copied.
 */
export class Bundler {
  readonly #resolver: ReferenceResolver;
  readonly #report: (diagnostic: Diagnostic) => void;
  readonly #is31: boolean;
  readonly #components: ComponentTable;
  readonly #origins = new WeakMap<object, SourceRef>();
  readonly #broken = new WeakSet<object>();
  readonly #inlined = new Map<string, Json>();
  readonly #inlining = new Set<string>();
  readonly #chain: ReferenceChain;
  #isTooDeep = false;

  constructor(
    entry: SourceFile,
    resolver: ReferenceResolver,
    report: (diagnostic: Diagnostic) => void,
    is31: boolean,
  ) {
    this.#resolver = resolver;
    this.#report = report;
    this.#is31 = is31;
    this.#components = new ComponentTable(entry, resolver);
    this.#chain = new ReferenceChain(this.#components, resolver, report, is31);
  }

  bundle(entry: SourceFile): Bundle {
    const source = isObject(entry.value) ? entry.value : {};
    const place = rootPlace(entry);
    this.#components.claim();
    const document: Record<string, Json> = {};
    for (const [name, value] of Object.entries(source)) {
      const shape = shapeOfField(grammar.document.fields, name);
      setOwn(
        document,
        name,
        name === "components" || shape === undefined
          ? value
          : this.#walk(value, shape, childPlace(place, name)),
      );
    }
    const components = this.#bundleComponents();
    if (Object.hasOwn(document, "components") || Object.keys(components).length > 0) {
      document.components = components;
      const target = this.#components.holder;
      if (target) {
        this.#origins.set(components, refOf(target));
      }
    }
    this.#origins.set(document, refOf(place));
    return { document, origins: this.#origins, broken: this.#broken };
  }

  /** True for a component that the document lists itself, false for one that bundling made. */
  isDeclaredComponent(section: string, name: string): boolean {
    return this.#components.hasDeclaredName(section, name);
  }

  #bundleComponents(): JsonObject {
    const sections: Record<string, Json> = {};
    const written = new Map<string, Record<string, Json>>();
    for (const { name, place, value } of this.#components.others()) {
      const shape = shapeOfField(grammar.components.fields, name);
      setOwn(sections, name, shape === undefined ? value : this.#walk(value, shape, place));
    }
    // Walking a component can add further ones; the table hands out each once until none is left.
    for (let next = this.#components.next(); next; next = this.#components.next()) {
      const { section, name, kind, target } = next;
      let entries = written.get(section);
      if (!entries) {
        entries = {};
        written.set(section, entries);
        sections[section] = entries;
      }
      const value = this.#walk(target.value, { node: kind }, target.place);
      if (typeof value === "object" && value !== null) {
        this.#origins.set(value, refOf(target.place));
      }
      setOwn(entries, name, value);
    }
    return sections;
  }

  #walk(value: Json, shape: Shape, place: SourcePlace): Json {
    if (shape === "data") {
      return value;
    }
    if (typeof shape === "object" && "node" in shape) {
      return isObject(value) ? this.#node(value, shape.node, place) : value;
    }
    const reference = isObject(value) ? stringOf(value, "$ref") : undefined;
    if (reference !== undefined && isObject(value)) {
      return this.#inline(value, reference, shape, place);
    }
    if (typeof shape === "string" || "oneOf" in shape) {
      return value;
    }
    if ("list" in shape) {
      return isList(value) ? this.#list(value, shape.list, place) : value;
    }
    return isObject(value) ? this.#members(value, place, () => shape.map) : value;
  }

  #list(list: readonly Json[], shape: Shape, place: SourcePlace): Json {
    let copy: Json[] | null = null;
    for (const [index, item] of list.entries()) {
      const walked = this.#walk(item, shape, childPlace(place, String(index)));
      if (walked !== item) {
        copy ??= [...list];
        copy[index] = walked;
      }
    }
    return copy ?? list;
  }

  #members(
    object: JsonObject,
    place: SourcePlace,
    shapeOf: (name: string) => Shape | undefined,
  ): JsonObject {
    let copy: Record<string, Json> | null = null;
    for (const [name, value] of Object.entries(object)) {
      const shape = shapeOf(name);
      if (shape === undefined || shape === "data" || typeof value !== "object" || value === null) {
        continue;
      }
      const walked = this.#walk(value, shape, childPlace(place, name));
      if (walked !== value) {
        copy ??= { ...object };
        setOwn(copy, name, walked);
      }
    }
    return copy ?? object;
  }

  #node(object: JsonObject, kind: NodeKind, place: SourcePlace): Json {
    const reference = stringOf(object, "$ref");
    const section = sectionOfKind[kind];
    if (kind === "schema") {
      const inside = this.#withResource(object, place);
      return reference === undefined
        ? this.#schema(object, inside)
        : this.#schemaReference(object, reference, inside);
    }
    if (reference !== undefined) {
      return section === undefined
        ? this.#inline(object, reference, { node: kind }, place)
        : this.#componentReference(object, reference, kind, section, place);
    }
    if (kind === "discriminator") {
      return resolveMapping(object, place, this.#components, this.#resolver, this.#report);
    }
    const { fields, others } = grammar[kind];
    return this.#members(
      object,
      place,
      (name) => shapeOfField(fields, name) ?? shapeOfOther(others, name),
    );
  }

  /** A schema with an `$id` is what references in it, its own `$ref` too, are relative to. */
  #withResource(object: JsonObject, place: SourcePlace): SourcePlace {
    const id = this.#is31 ? stringOf(object, "$id") : undefined;
    return id === undefined
      ? place
      : { ...place, resource: { id: resolveUri(id, place.resource?.id ?? ""), place } };
  }

  #schema(object: JsonObject, place: SourcePlace): JsonObject {
    const { fields } = grammar.schema;
    const walked = this.#members(object, place, (name) => shapeOfField(fields, name));
    const dynamic = this.#is31 ? stringOf(walked, "$dynamicRef") : undefined;
    if (dynamic === undefined && !Object.keys(walked).some((name) => IDENTIFIERS.has(name))) {
      return walked;
    }
    const kept = Object.entries(walked).filter(
      ([name]) => !IDENTIFIERS.has(name) && name !== "$dynamicRef",
    );
    const copy: JsonObject = Object.fromEntries(kept);
    const target = dynamic === undefined ? null : this.#dynamicTarget(dynamic, place);
    return target ? { $ref: this.#components.refTo("schemas", "schema", target), ...copy } : copy;
  }

  /** A `$dynamicRef` is an ordinary reference as long as its name exists only once. */
  #dynamicTarget(reference: string, place: SourcePlace): Target | null {
    const at = childPlace(place, "$dynamicRef");
    const target = this.#resolver.resolve(reference, place, at);
    const name = reference.slice(reference.indexOf("#") + 1);
    const isDynamic =
      target && isObject(target.value) && stringOf(target.value, "$dynamicAnchor") === name;
    const named = isDynamic ? this.#resolver.dynamicAnchors(name) : [];
    if (named.length <= 1) {
      return target;
    }
    this.#report(
      documentDiagnostic({
        code: "GW1018",
        at: refOf(at),
        message: `${JSON.stringify(reference)} depends on how it was reached: ${named.length} schemas have that $dynamicAnchor`,
        related: named.map((each) => ({ at: refOf(each.place), message: "one of them" })),
        fix: "Use $ref with the schema that is meant.",
      }),
    );
    return null;
  }

  #schemaReference(object: JsonObject, reference: string, place: SourcePlace): Json {
    const siblings = Object.keys(object).length > 1;
    this.#reportSiblings(object, "schema", place);
    const target = this.#chain.follow(reference, "schema", place);
    if (!target) {
      this.#broken.add(object);
      return object;
    }
    const ref = this.#components.refTo("schemas", "schema", target);
    if (!siblings) {
      return ref === reference ? object : { $ref: ref };
    }
    return { ...(this.#is31 ? this.#schema(object, place) : object), $ref: ref };
  }

  #componentReference(
    object: JsonObject,
    reference: string,
    kind: NodeKind,
    section: string,
    place: SourcePlace,
  ): Json {
    this.#reportSiblings(object, kind, place);
    const target = this.#chain.follow(reference, kind, place);
    if (!target) {
      this.#broken.add(object);
      return object;
    }
    const ref = this.#components.refTo(section, kind, target);
    return ref === reference ? object : { ...object, $ref: ref };
  }

  /** From 3.1 on schemas may say more beside a reference; nothing else ever may. */
  #reportSiblings(object: JsonObject, kind: NodeKind, place: SourcePlace): void {
    if (!this.#is31 || kind !== "schema") {
      reportIgnoredSiblings(object, kind, place, this.#report);
    }
  }

  /** Copies what is referenced to where it is referenced: path items, and what has no section of its own. */
  #inline(object: JsonObject, reference: string, shape: Shape, place: SourcePlace): Json {
    const target = this.#resolver.resolve(reference, place, childPlace(place, "$ref"));
    if (!target) {
      this.#broken.add(object);
      return object;
    }
    const key = `${JSON.stringify(shape)} ${refOf(target.place)}`;
    if (this.#inlining.has(key)) {
      this.#resolver.cycle(reference, childPlace(place, "$ref"));
      this.#broken.add(object);
      return object;
    }
    let value = this.#inlined.get(key);
    if (value === undefined && this.#inlining.size >= MAX_REFERENCE_DEPTH) {
      if (!this.#isTooDeep) {
        this.#isTooDeep = true;
        this.#report(referencedTooDeeply(reference, refOf(childPlace(place, "$ref"))));
      }
      this.#broken.add(object);
      return object;
    }
    if (value === undefined) {
      this.#inlining.add(key);
      value = this.#walk(target.value, shape, target.place);
      this.#inlining.delete(key);
      if (typeof value === "object" && value !== null && !this.#broken.has(value)) {
        this.#origins.set(value, this.#origins.get(value) ?? refOf(target.place));
      }
      this.#inlined.set(key, value);
    }
    const isPathItem = typeof shape === "object" && "node" in shape && shape.node === "pathItem";
    if (!isPathItem || Object.keys(object).length === 1 || !isObject(value)) {
      return value;
    }
    const { $ref: _, ...siblings } = object;
    const own = this.#members(siblings, place, (name) =>
      shapeOfField(grammar.pathItem.fields, name),
    );
    const merged = { ...value, ...own };
    this.#origins.set(merged, refOf(target.place));
    return merged;
  }
}

function shapeOfField(fields: Readonly<Record<string, Shape>>, name: string): Shape | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function shapeOfOther(others: Shape | undefined, name: string): Shape | undefined {
  return name.startsWith("x-") ? undefined : others;
}
