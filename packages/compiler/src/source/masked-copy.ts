import type { Json, JsonObject } from "@gatewright/contract";
import { grammar } from "./grammar.js";
import { isList, isObject, own, setOwn } from "./json-object.js";
import type { NodeKind, Shape } from "./shape.js";

/**
 * A deep copy of a bundled document for tools that take every `$ref` for a reference, that read what
 * `externalValue` names wherever it stands, and that write into what they are given: `$ref` inside examples,
 * defaults, enums, constants and extensions is called `$ref (data)`; addresses of examples, and keys that
 * reach a prototype, are left out. Unless references have siblings (from 3.1 on they may) nothing stands beside them.
 */
export function maskedCopy(document: JsonObject, hasSiblings: boolean): JsonObject {
  function node(object: JsonObject, kind: NodeKind): JsonObject {
    const reference = own(object, "$ref");
    if (typeof reference === "string" && !hasSiblings) {
      return { $ref: reference };
    }
    const { fields, others } = grammar[kind];
    if (kind === "discriminator") {
      return insideOnly(object);
    }
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
      if (!isLeftOut(name, value)) {
        const shape = shapeOf(name);
        // A map may have an entry called `$ref`; only a text would be taken for a reference.
        const isName = isMap && typeof value !== "string";
        const key = name === "$ref" && !isName ? "$ref (data)" : name;
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
    if (!isLeftOut(name, member)) {
      copy[name === "$ref" ? "$ref (data)" : name] = masked(member);
    }
  }
  return copy;
}

/** Bundling resolves what a mapping names; an address that is left is none that anybody should look up. */
function insideOnly(discriminator: JsonObject): JsonObject {
  const { propertyName = "", mapping } = discriminator;
  const entries = Object.entries(isObject(mapping) ? mapping : {}).filter(
    ([name, target]) => typeof target === "string" && target.startsWith("#/") && name !== "$ref",
  );
  return { propertyName, ...(entries.length > 0 && { mapping: Object.fromEntries(entries) }) };
}

function isLeftOut(name: string, value: Json): boolean {
  return name === "__proto__" || (name === "externalValue" && typeof value === "string");
}
