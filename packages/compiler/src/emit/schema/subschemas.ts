import type { Json, JsonObject, Schema } from "@gatewright/contract";

/** How a keyword of JSON Schema 2020-12 holds other schemas. */
export const SUBSCHEMA_KEYWORDS = {
  one: [
    "items",
    "additionalProperties",
    "propertyNames",
    "contains",
    "not",
    "if",
    "then",
    "else",
    "unevaluatedProperties",
    "unevaluatedItems",
    "contentSchema",
  ],
  list: ["allOf", "anyOf", "oneOf", "prefixItems"],
  map: ["properties", "patternProperties", "dependentSchemas", "$defs"],
} as const;

/** The schemas directly inside a schema, in the order of the keywords above. */
export function subschemas(schema: Schema): readonly Schema[] {
  if (typeof schema === "boolean") return [];
  const found: Schema[] = [];
  for (const keyword of SUBSCHEMA_KEYWORDS.one) {
    const value = member(schema, keyword);
    if (isSchema(value)) found.push(value);
  }
  for (const keyword of SUBSCHEMA_KEYWORDS.list) found.push(...schemaList(schema, keyword));
  for (const keyword of SUBSCHEMA_KEYWORDS.map) {
    for (const [, value] of schemaMap(schema, keyword)) found.push(value);
  }
  return found;
}

/** A member of an object by its own name: `undefined` for what is not there, inherited names included. */
export function member(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Schemas of a keyword that holds a list. */
export function schemaList(schema: JsonObject, keyword: string): readonly Schema[] {
  const value = member(schema, keyword);
  return isList(value) ? value.filter(isSchema) : [];
}

/** Names and schemas of a keyword that holds a map, in document order. */
export function schemaMap(
  schema: JsonObject,
  keyword: string,
): readonly (readonly [string, Schema])[] {
  const value = member(schema, keyword);
  if (!isObject(value)) return [];
  return Object.entries(value).filter((entry): entry is [string, Schema] => isSchema(entry[1]));
}

/** The strings of a keyword such as `required`. */
export function stringList(schema: JsonObject, keyword: string): readonly string[] {
  const value = member(schema, keyword);
  return isList(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The names in `type`, which may be one or a list; empty when nothing is said. */
export function typeList(schema: JsonObject): readonly string[] {
  const value = member(schema, "type");
  return typeof value === "string" ? [value] : stringList(schema, "type");
}

export function isSchema(value: Json | undefined): value is Schema {
  return typeof value === "boolean" || isObject(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
