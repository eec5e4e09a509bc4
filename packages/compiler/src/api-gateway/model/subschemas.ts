import type { Json, JsonObject, Schema } from "@gatewright/contract";
import { isList, isObject } from "../../source/json-object.js";

const ONE = [
  "additionalProperties",
  "items",
  "not",
  "if",
  "then",
  "else",
  "contains",
  "propertyNames",
  "unevaluatedItems",
  "unevaluatedProperties",
] as const;
const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"] as const;
const MAPS = ["properties", "patternProperties", "dependentSchemas"] as const;

/** Keywords whose schemas see the same value as the schema that holds them. */
const IN_PLACE = ["allOf", "anyOf", "oneOf"] as const;

/** Every schema directly inside a schema. */
export function subschemas(schema: JsonObject): readonly Schema[] {
  const found: Json[] = [];
  for (const keyword of ONE) {
    found.push(own(schema, keyword));
  }
  for (const keyword of LISTS) {
    const list = own(schema, keyword);
    found.push(...(isList(list) ? list : []));
  }
  for (const keyword of MAPS) {
    const map = own(schema, keyword);
    found.push(...(isObject(map) ? Object.values(map) : []));
  }
  return found.filter(isSchema);
}

/** Those of `allOf`, `anyOf` and `oneOf`. */
export function inPlaceSubschemas(schema: JsonObject): readonly Schema[] {
  return IN_PLACE.flatMap((keyword) => {
    const list = own(schema, keyword);
    return isList(list) ? list.filter(isSchema) : [];
  });
}

export function isSchema(value: Json | undefined): value is Schema {
  return typeof value === "boolean" || isObject(value);
}

function own(schema: JsonObject, keyword: string): Json {
  return Object.hasOwn(schema, keyword) ? (schema[keyword] ?? null) : null;
}
