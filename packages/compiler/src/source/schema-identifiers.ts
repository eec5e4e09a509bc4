import type { Json } from "@gatewright/contract";
import { isList, isObject, stringOf } from "./json-object.js";
import { childPlace, rootPlace, type SourcePlace } from "./place.js";
import type { SourceFile } from "./source-file.js";

/** Names that schemas of one file give themselves. */
export interface SchemaIdentifiers {
  /** Absolute or as written, without an empty fragment. */
  readonly ids: ReadonlyMap<string, Identified>;
  /** `$anchor` and `$dynamicAnchor`, as `id#anchor` and, for the first of a name in the file, as `anchor`. */
  readonly anchors: ReadonlyMap<string, Identified>;
  readonly dynamicAnchors: ReadonlyMap<string, readonly Identified[]>;
}

export interface Identified {
  readonly place: SourcePlace;
  readonly value: Json;
}

/** Members whose content is data, whatever it looks like. */
const DATA = new Set(["example", "examples", "default", "enum", "const"]);

/** Looks for `$id`, `$anchor` and `$dynamicAnchor` in a file. */
export function findIdentifiers(file: SourceFile): SchemaIdentifiers {
  const ids = new Map<string, Identified>();
  const anchors = new Map<string, Identified>();
  const dynamicAnchors = new Map<string, Identified[]>();

  function visit(value: Json, place: SourcePlace, base: string): void {
    if (isList(value)) {
      for (const [index, item] of value.entries()) {
        visit(item, childPlace(place, String(index)), base);
      }
    } else if (isObject(value)) {
      const found = { place, value };
      const id = stringOf(value, "$id");
      const ownBase = id === undefined ? base : resolveUri(id, base);
      if (id !== undefined && !ids.has(ownBase)) {
        ids.set(ownBase, found);
      }
      for (const anchor of [stringOf(value, "$anchor"), stringOf(value, "$dynamicAnchor")]) {
        for (const key of anchor === undefined ? [] : [`${ownBase}#${anchor}`, anchor]) {
          anchors.set(key, anchors.get(key) ?? found);
        }
      }
      const dynamic = stringOf(value, "$dynamicAnchor");
      if (dynamic !== undefined) {
        dynamicAnchors.set(dynamic, [...(dynamicAnchors.get(dynamic) ?? []), found]);
      }
      for (const [name, member] of Object.entries(value)) {
        if (!DATA.has(name) && !name.startsWith("x-")) {
          visit(member, childPlace(place, name), ownBase);
        }
      }
    }
  }

  if (/\$id|\$anchor|\$dynamicAnchor/.test(file.text)) {
    visit(file.value ?? null, rootPlace(file), "");
  }
  return { ids, anchors, dynamicAnchors };
}

/** A URI reference against a base; the reference itself where there is no base to speak of. */
export function resolveUri(reference: string, base: string): string {
  const resolved = URL.canParse(reference, base || undefined)
    ? new URL(reference, base || undefined).href
    : reference;
  return resolved.replace(/#$/, "");
}
