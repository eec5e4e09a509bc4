import type { Json, JsonObject } from "@gatewright/contract";
import { grammar } from "./grammar.js";
import { isList, isObject, own, setOwn } from "./json-object.js";
import type { NodeKind, Shape } from "./shape.js";

/**
 * A deep copy of a bundled document for tools that take every `$ref` for a reference and that write into
 * what they are given: `$ref` inside examples, defaults, enums, constants and extensions is called
 * `$ref (data)`, and keys that reach a prototype are left out.
 */
export function maskedCopy(document: JsonObject): JsonObject {
  const copy = node(document, "document");
  return isObject(copy) ? copy : {};
}

function node(value: Json, kind: NodeKind): Json {
  if (!isObject(value)) {
    return value;
  }
  const { fields, others } = grammar[kind];
  const isReference = typeof own(value, "$ref") === "string";
  return members(
    value,
    (name) => {
      if (Object.hasOwn(fields, name)) {
        return fields[name];
      }
      return (name === "$ref" && isReference) || name.startsWith("x-") ? undefined : others;
    },
    isReference,
  );
}

function copyOf(value: Json, shape: Shape): Json {
  if (typeof shape === "string" || "oneOf" in shape) {
    return masked(value);
  }
  if ("node" in shape) {
    return node(value, shape.node);
  }
  if ("list" in shape) {
    return isList(value) ? value.map((item) => copyOf(item, shape.list)) : masked(value);
  }
  return isObject(value) ? members(value, () => shape.map, false) : masked(value);
}

function members(
  object: JsonObject,
  shapeOf: (name: string) => Shape | undefined,
  isReference: boolean,
): JsonObject {
  const copy: Record<string, Json> = {};
  for (const [name, value] of Object.entries(object)) {
    if (name === "__proto__") {
      continue;
    }
    const shape = shapeOf(name);
    const isPointer = isReference && name === "$ref";
    setOwn(
      copy,
      name,
      isPointer ? value : shape === undefined ? masked(value) : copyOf(value, shape),
    );
  }
  return copy;
}

function masked(value: Json): Json {
  if (isList(value)) {
    return value.map(masked);
  }
  if (!isObject(value)) {
    return value;
  }
  const copy: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) {
    if (name !== "__proto__") {
      copy[name === "$ref" ? "$ref (data)" : name] = masked(member);
    }
  }
  return copy;
}
