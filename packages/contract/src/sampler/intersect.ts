import type { Json, JsonObject, Schema } from "../json.js";
import { isEqual, isList, isObject, namedSchemasAt, own, schemaAt } from "./schema-object.js";

/** Keywords that combine by the stricter number. */
const LOWER_BOUNDS = [
  "minimum",
  "exclusiveMinimum",
  "minLength",
  "minItems",
  "minProperties",
  "minContains",
];
const UPPER_BOUNDS = [
  "maximum",
  "exclusiveMaximum",
  "maxLength",
  "maxItems",
  "maxProperties",
  "maxContains",
];

/**
 * One schema that asks for what both ask for. It may ask for less where two keywords have no single form (two
 * patterns): candidates are checked against the originals afterwards.
 */
export function intersect(one: Schema, other: Schema): Schema {
  if (one === false || other === false) {
    return false;
  }
  if (one === true || other === true) {
    return one === true ? other : one;
  }
  const merged: Record<string, Json> = { ...one };
  for (const [keyword, value] of Object.entries(other)) {
    const mine = own(one, keyword);
    merged[keyword] = mine === undefined ? value : combine(keyword, mine, value);
  }
  mergeProperties(merged, one, other);
  const type = own(merged, "type");
  return isList(type) && type.length === 0 ? false : merged;
}

function combine(keyword: string, mine: Json, theirs: Json): Json {
  if (typeof mine === "number" && typeof theirs === "number") {
    return LOWER_BOUNDS.includes(keyword)
      ? Math.max(mine, theirs)
      : UPPER_BOUNDS.includes(keyword)
        ? Math.min(mine, theirs)
        : keyword === "multipleOf"
          ? commonMultiple(mine, theirs)
          : theirs;
  }
  if (keyword === "type") {
    return commonTypes([mine].flat(), [theirs].flat());
  }
  if (keyword === "required" && isList(mine) && isList(theirs)) {
    return [...mine, ...theirs.filter((name) => !mine.includes(name))];
  }
  if (keyword === "enum" && isList(mine) && isList(theirs)) {
    return mine.filter((item) => theirs.some((counterpart) => isEqual(item, counterpart)));
  }
  if (keyword === "items" || keyword === "propertyNames" || keyword === "contains") {
    return intersect(schemaOf(mine), schemaOf(theirs));
  }
  if (keyword === "prefixItems" && isList(mine) && isList(theirs)) {
    const longer = mine.length > theirs.length ? mine : theirs;
    return longer.map((_, index) =>
      intersect(schemaOf(mine[index] ?? true), schemaOf(theirs[index] ?? true)),
    );
  }
  if (keyword === "uniqueItems") {
    return mine === true || theirs === true;
  }
  return theirs;
}

function schemaOf(value: Json): Schema {
  return typeof value === "boolean" || isObject(value) ? value : true;
}

function commonTypes(mine: readonly Json[], theirs: readonly Json[]): Json {
  const common = [...mine, ...theirs].filter(
    (type, index, all) =>
      all.indexOf(type) === index &&
      [mine, theirs].every(
        (types) => types.includes(type) || (type === "integer" && types.includes("number")),
      ),
  );
  const [only] = common;
  return common.length === 1 && only !== undefined ? only : common;
}

function commonMultiple(one: number, other: number): number {
  const larger = Math.max(one, other);
  const smaller = Math.min(one, other);
  for (let factor = 1; factor <= 1000; factor++) {
    if (Number.isInteger((larger * factor) / smaller)) {
      return larger * factor;
    }
  }
  return larger;
}

/** A property that the other side's `additionalProperties` covers has to keep that too. */
function mergeProperties(merged: Record<string, Json>, one: JsonObject, other: JsonObject): void {
  const names = new Set(
    [one, other].flatMap((schema) => namedSchemasAt(schema, "properties").map(([name]) => name)),
  );
  if (names.size > 0) {
    merged.properties = Object.fromEntries(
      [...names].map((name) => [name, intersect(propertyOf(one, name), propertyOf(other, name))]),
    );
  }
  const patterns = [one, other].flatMap((schema) => namedSchemasAt(schema, "patternProperties"));
  if (patterns.length > 0) {
    const table: Record<string, Schema> = {};
    for (const [pattern, schema] of patterns) {
      table[pattern] = intersect(table[pattern] ?? true, schema);
    }
    merged.patternProperties = table;
  }
  const [mine, theirs] = [one, other].map((schema) => schemaAt(schema, "additionalProperties"));
  if (mine !== undefined || theirs !== undefined) {
    merged.additionalProperties = intersect(mine ?? true, theirs ?? true);
  }
}

function propertyOf(schema: JsonObject, name: string): Schema {
  const declared = namedSchemasAt(schema, "properties").find(([key]) => key === name);
  if (declared) {
    return declared[1];
  }
  return namedSchemasAt(schema, "patternProperties").length > 0
    ? true
    : (schemaAt(schema, "additionalProperties") ?? true);
}
