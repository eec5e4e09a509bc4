import type { Json } from "@gatewright/contract";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { documentDiagnostic } from "../diagnostic/document-diagnostic.js";
import type { Bundle } from "./bundler.js";
import { type Cursor, rootCursor } from "./cursor.js";
import { grammar } from "./grammar.js";
import { MAX_CALLBACK_DEPTH, MAX_EXPANDED_BYTES, MAX_REFERENCE_DEPTH } from "./limits.js";
import type { Shape } from "./shape.js";

/** What a node of OpenAPI costs in a contract beside its own text: its other fields and its source. */
const NODE_BYTES = 150;

/** A part of the document and what it is, as deep in callbacks as it stands. */
interface Part {
  readonly cursor: Cursor;
  readonly shape: Shape;
  readonly callbackDepth: number;
}

/**
 * Refuses a document whose references stand for more than anybody can write out. A contract holds
 * parameters, responses and headers where they are referenced, so references to what has references multiply:
 * a few lines can stand for more than fits into any memory. Sizes are found without writing anything out.
 */
export function checkExpansion(bundle: Bundle): Diagnostic | null {
  const expansion = new Expansion(bundle);
  const root = rootCursor(bundle);
  const parts = ["paths", "webhooks"].flatMap((name): readonly Part[] => {
    const cursor = root.get(name);
    const shape = grammar.document.fields[name];
    return cursor && shape ? [{ cursor, shape, callbackDepth: 0 }] : [];
  });
  // The document in one piece repeats path items only; a contract repeats everything but schemas.
  const whole = expansion.sizeOfData(root.value);
  const total = parts.reduce((sum, part) => sum + expansion.sizeOf(part), whole);
  if (total <= MAX_EXPANDED_BYTES) {
    return null;
  }
  const part = parts.toSorted((one, other) => expansion.sizeOf(other) - expansion.sizeOf(one))[0];
  const isPart = part !== undefined && expansion.sizeOf(part) > MAX_EXPANDED_BYTES;
  const place = isPart ? expansion.innermost(part) : null;
  const size = place ? expansion.sizeOf(place) : total;
  return documentDiagnostic({
    code: "GW1026",
    at: place?.cursor.at ?? root.at,
    isAtKey: true,
    message:
      size === Number.POSITIVE_INFINITY
        ? `what is referenced in here is a part of itself, or leads on through more than ${MAX_REFERENCE_DEPTH} references`
        : `with its references written out this is ${megabytes(size)} MB; at most ${megabytes(MAX_EXPANDED_BYTES)} MB are read`,
    fix: "Reference less often, or move what is large into schemas: those are kept as references.",
  });
}

class Expansion {
  readonly #bundle: Bundle;
  /** Sizes of what can be reached in several ways, by callback depth; without end while it is being measured. */
  readonly #sizes = new WeakMap<object, number[]>();
  readonly #dataSizes = new WeakMap<object, number>();
  /** References that lead to the part that is being measured. */
  #referenceDepth = 0;

  constructor(bundle: Bundle) {
    this.#bundle = bundle;
  }

  /** Bytes of a part with its references written out, roughly; infinite for one that contains itself. */
  sizeOf(part: Part): number {
    const { cursor, callbackDepth } = part;
    const key = cursor.value;
    if (typeof key !== "object" || key === null || !this.#bundle.origins.has(key)) {
      return this.#measure(part);
    }
    const sizes = this.#sizes.get(key) ?? [];
    this.#sizes.set(key, sizes);
    sizes[callbackDepth] ??= this.#measured(part, sizes);
    return sizes[callbackDepth];
  }

  #measured(part: Part, sizes: number[]): number {
    sizes[part.callbackDepth] = Number.POSITIVE_INFINITY;
    return this.#measure(part);
  }

  #measure(part: Part): number {
    const { cursor, shape } = part;
    if (!isWrittenOut(shape)) {
      return this.sizeOfData(cursor.value);
    }
    const isReference = cursor.string("$ref") !== undefined;
    if (isReference && this.#referenceDepth >= MAX_REFERENCE_DEPTH) {
      return Number.POSITIVE_INFINITY;
    }
    this.#referenceDepth += Number(isReference);
    const size = this.partsOf(part).reduce(
      (sum, each) => sum + each.cursor.key.length + this.sizeOf(each),
      NODE_BYTES,
    );
    this.#referenceDepth -= Number(isReference);
    return size;
  }

  /** What a contract holds of a part: its members, or what it refers to. */
  partsOf({ cursor, shape, callbackDepth }: Part): readonly Part[] {
    if (!isWrittenOut(shape)) {
      return [];
    }
    if ("list" in shape) {
      return cursor.items().map((item) => ({ cursor: item, shape: shape.list, callbackDepth }));
    }
    if ("map" in shape) {
      return cursor.entries().map((entry) => ({ cursor: entry, shape: shape.map, callbackDepth }));
    }
    if (cursor.string("$ref") !== undefined) {
      const target = cursor.follow();
      return target && target !== cursor ? [{ cursor: target, shape, callbackDepth }] : [];
    }
    const depth = callbackDepth + (shape.node === "callback" ? 1 : 0);
    if (depth > MAX_CALLBACK_DEPTH) {
      return [];
    }
    const { fields, others } = grammar[shape.node];
    return cursor.entries().map((entry) => {
      const field = Object.hasOwn(fields, entry.key) ? fields[entry.key] : others;
      return {
        cursor: entry,
        shape: entry.key.startsWith("x-") ? "data" : (field ?? "data"),
        callbackDepth: depth,
      };
    });
  }

  /** The smallest part around what is too large; the first reference on the way to what has no end. */
  innermost(part: Part): Part {
    const isEndless = (each: Part) => this.sizeOf(each) === Number.POSITIVE_INFINITY;
    let at = part;
    for (;;) {
      const inner = this.partsOf(at).find((each) => this.sizeOf(each) > MAX_EXPANDED_BYTES);
      if (inner === undefined || (isEndless(at) && at.cursor.string("$ref") !== undefined)) {
        return at;
      }
      at = inner;
    }
  }

  /** Bytes of data, of a schema or of a whole document, whose references stay what they are. */
  sizeOfData(value: Json): number {
    if (typeof value === "string") {
      return value.length + 2;
    }
    if (typeof value !== "object" || value === null) {
      return 4;
    }
    const isMoved = this.#bundle.origins.has(value);
    const known = isMoved ? this.#dataSizes.get(value) : undefined;
    if (known !== undefined) {
      return known;
    }
    let size = 2;
    for (const name of Object.keys(value)) {
      size += name.length + 3 + this.sizeOfData(Reflect.get(value, name));
    }
    if (isMoved) {
      this.#dataSizes.set(value, size);
    }
    return size;
  }
}

/** A shape whose parts a contract holds one by one; data and schemas are held as they are. */
function isWrittenOut(
  shape: Shape,
): shape is Exclude<Shape, string | { readonly oneOf: readonly Shape[] }> {
  return (
    typeof shape === "object" &&
    !("oneOf" in shape) &&
    !("node" in shape && shape.node === "schema")
  );
}

function megabytes(bytes: number): string {
  const amount = Math.ceil(bytes / 1_000_000);
  return amount < 1e12 ? amount.toLocaleString("en-US") : amount.toExponential(1);
}
