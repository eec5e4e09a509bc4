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
  #at: SourceRef | null = null;

  constructor(bundle: Bundle, value: Json, parent: Cursor | null, key: string) {
    this.bundle = bundle;
    this.value = value;
    this.parent = parent;
    this.key = key;
  }

  /** Where the author wrote it. Made when it is asked for, and kept: what is inside is said relative to it. */
  get at(): SourceRef {
    if (this.#at === null) {
      const moved =
        typeof this.value === "object" && this.value !== null
          ? this.bundle.origins.get(this.value)
          : undefined;
      this.#at = moved ?? `${this.parent?.at ?? ""}/${escapeToken(this.key)}`;
    }
    return this.#at;
  }

  /** Where a member stands, or would stand. */
  atMember(name: string): SourceRef {
    return `${this.at}/${escapeToken(name)}`;
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
function resolveInBundle(bundle: Bundle, reference: string): Cursor | null {
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
    if (typeof shape === "string" || cursor.isBroken) {
      return;
    }
    if ("node" in shape) {
      if (cursor.object !== null) {
        node(cursor, shape.node);
      }
    } else if ("list" in shape) {
      for (const item of cursor.items()) {
        walk(item, shape.list);
      }
    } else if ("map" in shape) {
      for (const name of Object.keys(cursor.object ?? {})) {
        member(cursor, name, shape.map);
      }
    }
  }

  function member(holder: Cursor, name: string, shape: Shape): void {
    const value = holder.object?.[name];
    if (typeof value === "object" && value !== null) {
      walk(new Cursor(bundle, value, holder, name), shape);
    }
  }

  function node(cursor: Cursor, kind: NodeKind): void {
    visit(cursor, kind);
    const { fields, others } = grammar[kind];
    for (const name of Object.keys(cursor.object ?? {})) {
      const shape = Object.hasOwn(fields, name)
        ? fields[name]
        : name.startsWith("x-")
          ? undefined
          : others;
      if (typeof shape === "object") {
        member(cursor, name, shape);
      }
    }
  }

  node(rootCursor(bundle), "document");
}
