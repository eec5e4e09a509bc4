import type {
  ArrayShape,
  ObjectShape,
  PrimitiveName,
  PrimitiveShape,
  ValueShape,
} from "./operation-row.js";
import { decodeAs, setOwn } from "./primitive-decoder.js";

/** The order in which a list of names is tried. */
const ORDER: readonly PrimitiveName[] = ["integer", "number", "boolean", "null"];

export function isArrayShape(shape: ValueShape): shape is ArrayShape {
  return typeof shape === "object" && "items" in shape;
}

export function isObjectShape(shape: ValueShape): shape is ObjectShape {
  return typeof shape === "object" && "properties" in shape;
}

/**
 * What text says: `"3"` → `3` where a number is declared. Text that does not fit stays text, so that the
 * validator can say what was expected instead.
 */
export function decodePrimitive(text: string, shape: PrimitiveShape): unknown {
  if (typeof shape === "string") {
    const value = decodeAs(text, shape);
    return value === undefined ? text : value;
  }
  for (const name of ORDER) {
    if (shape.includes(name)) {
      const value = decodeAs(text, name);
      if (value !== undefined) {
        return value;
      }
    }
  }
  return text;
}

/** A part of an array or object. Text has one level: what is declared to hold more stays text. */
export function decodeItem(text: string, shape: ValueShape): unknown {
  return isArrayShape(shape) || isObjectShape(shape) ? text : decodePrimitive(text, shape);
}

/** The declared shape of a property, or that of undeclared ones. */
export function propertyShape(shape: ObjectShape, name: string): ValueShape {
  return (
    (Object.hasOwn(shape.properties, name) ? shape.properties[name] : shape.additional) ?? "any"
  );
}

export function decodeList(texts: readonly string[], shape: ArrayShape): unknown[] {
  return texts.map((text) => decodeItem(text, shape.items));
}

/** `[["R", "100"], ["G", "200"]]` → `{ R: 100, G: 200 }`. */
export function decodePairs(
  pairs: readonly (readonly [string, string])[],
  shape: ObjectShape,
): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [name, text] of pairs) {
    setOwn(value, name, decodeItem(text, propertyShape(shape, name)));
  }
  return value;
}

/** The value of a JSON document; text that is none stays text, for the validator to say what was expected. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
