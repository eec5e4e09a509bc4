import type { Json, JsonObject } from "@gatewright/contract";
import { grammar } from "./grammar.js";
import { isList, isObject, own, setOwn } from "./json-object.js";
import type { NodeKind, Shape } from "./shape.js";

/**
 * A deep copy of a bundled document for tools that take every `$ref` for a reference and that write into
 * what they are given: `$ref` inside examples, defaults, enums, constants and extensions is called
 * `$ref (data)`, and keys that reach a prototype are left out. Unless references have siblings (from 3.1
 * on they may) nothing stands beside them.
 */
export function maskedCopy(document: JsonObject, hasSiblings: boolean): JsonObject {
  function node(object: JsonObject, kind: NodeKind): JsonObject {
    const reference = own(object, "$ref");
    if (typeof reference === "string" && !hasSiblings) {
      return { $ref: reference };
    }
    const { fields, others } = grammar[kind];
    const copy = members(object, (name) => {
      if (Object.hasOwn(fields, name)) {
        return fields[name];
      }
      return name === "$ref" || name.startsWith("x-") ? undefined : others;
    });
    if (typeof reference === "string") {
      const { "$ref (data)": _, ...siblings } = copy;
      return { $ref: reference, ...siblings };
    }
    return copy;
  }

  function copyOf(value: Json, shape: Shape): Json {
    if (typeof shape === "object") {
      if ("node" in shape && isObject(value)) {
        return node(value, shape.node);
      }
      if ("list" in shape && isList(value)) {
        return value.map((item) => copyOf(item, shape.list));
      }
      if ("map" in shape && isObject(value)) {
        return members(value, () => shape.map, true);
      }
    }
    return masked(value);
  }

  function members(
    object: JsonObject,
    shapeOf: (name: string) => Shape | undefined,
    isMap = false,
  ): JsonObject {
    const copy: Record<string, Json> = {};
    for (const [name, value] of Object.entries(object)) {
      if (name !== "__proto__") {
        const shape = shapeOf(name);
        const key = name === "$ref" && !isMap ? "$ref (data)" : name;
        setOwn(copy, key, shape === undefined ? masked(value) : copyOf(value, shape));
      }
    }
    return copy;
  }

  return node(document, "document");
}

function masked(value: Json): Json {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (isList(value)) {
    return value.map(masked);
  }
  const copy: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) {
    if (name !== "__proto__") {
      copy[name === "$ref" ? "$ref (data)" : name] = masked(member);
    }
  }
  return copy;
}
