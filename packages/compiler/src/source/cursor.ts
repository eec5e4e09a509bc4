import type { Json, JsonObject, SourceRef } from "@gatewright/contract";
import type { Bundle } from "./bundler.js";
import { grammar } from "./grammar.js";
import { isList, isObject, own, stringOf } from "./json-object.js";
import type { NodeKind, Shape } from "./shape.js";
import { escapeToken, pointerTokens } from "./source-ref.js";

/** A value of the bundled document, with its way back to the place where the author wrote it. */
export class Cursor {
  readonly value: Json;
  readonly key: string;
  readonly parent: Cursor | null;
  readonly bundle: Bundle;

  constructor(bundle: Bundle, value: Json, parent: Cursor | null, key: string) {
    this.bundle = bundle;
    this.value = value;
    this.parent = parent;
    this.key = key;
  }

  /** Where the author wrote it. */
  get at(): SourceRef {
    const moved =
      typeof this.value === "object" && this.value !== null
        ? this.bundle.origins.get(this.value)
        : undefined;
    return moved ?? `${this.parent?.at ?? ""}/${escapeToken(this.key)}`;
  }

  get object(): JsonObject | null {
    return isObject(this.value) ? this.value : null;
  }

  /** True when it is a reference that leads nowhere, which has been reported. */
  get isBroken(): boolean {
    return (
      typeof this.value === "object" && this.value !== null && this.bundle.broken.has(this.value)
    );
  }

  /** The member of that name, followed; null when there is none or its reference is broken. */
  get(name: string): Cursor | null {
    const value = this.object && own(this.object, name);
    return value === undefined || value === null
      ? null
      : new Cursor(this.bundle, value, this, name);
  }

  string(name: string): string | undefined {
    return this.object ? stringOf(this.object, name) : undefined;
  }

  boolean(name: string): boolean | undefined {
    const value = this.object ? own(this.object, name) : undefined;
    return typeof value === "boolean" ? value : undefined;
  }

  /** Members of an object, in document order. */
  entries(): readonly Cursor[] {
    return this.object
      ? Object.entries(this.object).map(
          ([name, value]) => new Cursor(this.bundle, value, this, name),
        )
      : [];
  }

  items(): readonly Cursor[] {
    return isList(this.value)
      ? this.value.map((item, index) => new Cursor(this.bundle, item, this, String(index)))
      : [];
  }

  /** What a reference leads to; the cursor itself when it is none; null when it is broken. */
  follow(): Cursor | null {
    if (this.isBroken) {
      return null;
    }
    let at: Cursor = this;
    for (
      let reference = at.string("$ref");
      reference !== undefined;
      reference = at.string("$ref")
    ) {
      const target = resolveInBundle(at.bundle, reference);
      if (!target || target.isBroken) {
        return null;
      }
      at = target;
    }
    return at;
  }
}

export function rootCursor(bundle: Bundle): Cursor {
  return new Cursor(bundle, bundle.document, null, "");
}

/** The component that a reference of the bundle names. */
export function resolveInBundle(bundle: Bundle, reference: string): Cursor | null {
  let at: Cursor | null = rootCursor(bundle);
  for (const token of pointerTokens(decodeURIComponent(reference.slice(1))) ?? []) {
    at = at?.get(token) ?? null;
  }
  return at;
}

/** Calls `visit` for every object of the document that the grammar knows, references not followed. */
export function walkDocument(
  bundle: Bundle,
  visit: (cursor: Cursor, kind: NodeKind) => void,
): void {
  function walk(cursor: Cursor, shape: Shape): void {
    if (typeof shape === "string" || typeof cursor.value !== "object") {
      return;
    }
    if ("list" in shape) {
      for (const item of cursor.items()) {
        walk(item, shape.list);
      }
    } else if ("map" in shape) {
      for (const entry of cursor.isBroken ? [] : cursor.entries()) {
        walk(entry, shape.map);
      }
    } else if ("node" in shape && !cursor.isBroken) {
      node(cursor, shape.node);
    }
  }

  function node(cursor: Cursor, kind: NodeKind): void {
    visit(cursor, kind);
    const { fields, others } = grammar[kind];
    for (const entry of cursor.entries()) {
      const shape = Object.hasOwn(fields, entry.key)
        ? fields[entry.key]
        : entry.key.startsWith("x-")
          ? undefined
          : others;
      if (shape !== undefined && typeof entry.value === "object" && entry.value !== null) {
        walk(entry, shape);
      }
    }
  }

  node(rootCursor(bundle), "document");
}
