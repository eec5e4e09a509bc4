import type { Json, JsonObject, PrimitiveName, Schema, ValueShape } from "@gatewright/contract";
import { referencedName, type SchemaTable } from "../schema/schema-table.js";
import {
  isList,
  isObject,
  isSchema,
  member,
  schemaList,
  schemaMap,
  typeList,
} from "../schema/subschemas.js";

/** The order in which text is tried. */
const PRIMITIVES: readonly PrimitiveName[] = ["integer", "number", "boolean", "null", "string"];

/** Everything that a schema lets text become, collected over its compositions. */
interface Findings {
  readonly primitives: Set<PrimitiveName>;
  readonly items: Schema[];
  readonly properties: Map<string, Schema[]>;
  readonly additional: Schema[];
  isArray: boolean;
  isObject: boolean;
}

/**
 * What the text of a parameter, a header or a form field becomes by its schema. A schema that allows a list
 * gives a list, one that allows an object an object: text alone cannot say more.
 */
export function valueShape(schema: Schema, table: SchemaTable): ValueShape {
  return shapeOf([schema], table, 0);
}

/** Nothing that is written in a URL is deeper; a recursive schema ends here. */
const MAX_DEPTH = 4;

function shapeOf(schemas: readonly Schema[], table: SchemaTable, depth: number): ValueShape {
  const found: Findings = {
    primitives: new Set(),
    items: [],
    properties: new Map(),
    additional: [],
    isArray: false,
    isObject: false,
  };
  for (const schema of schemas) collect(schema, table, found, new Set());
  if (depth >= MAX_DEPTH) return "any";
  if (found.isArray) return { items: shapeOf(found.items, table, depth + 1) };
  if (found.isObject) return objectShape(found, table, depth);
  const names = PRIMITIVES.filter((name) => found.primitives.has(name));
  const useful = names.filter((name) => name !== "integer" || !found.primitives.has("number"));
  const [only] = useful;
  if (only === undefined) return "any";
  return useful.length === 1 ? only : useful;
}

function objectShape(found: Findings, table: SchemaTable, depth: number): ValueShape {
  const properties = Object.fromEntries(
    [...found.properties].map(([name, schemas]) => [name, shapeOf(schemas, table, depth + 1)]),
  );
  const additional =
    found.additional.length === 0 ? "any" : shapeOf(found.additional, table, depth + 1);
  return additional === "any" || additional === "string"
    ? { properties }
    : { properties, additional };
}

function collect(schema: Schema, table: SchemaTable, found: Findings, seen: Set<string>): void {
  if (typeof schema === "boolean") return;
  const name = referencedName(schema);
  if (name !== null && !seen.has(name)) {
    collect(table.find(name)?.schema ?? true, table, found, new Set([...seen, name]));
  }
  collectOwn(schema, found);
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    for (const part of schemaList(schema, keyword)) collect(part, table, found, seen);
  }
}

function collectOwn(schema: JsonObject, found: Findings): void {
  const types = typeList(schema);
  if (types.length > 0) for (const type of types) collectType(type, found);
  else for (const value of constants(schema)) collectType(jsonType(value), found);
  const items = member(schema, "items");
  const lists = [...schemaList(schema, "prefixItems"), ...(isSchema(items) ? [items] : [])];
  if (lists.length > 0) found.isArray = true;
  found.items.push(...lists);
  for (const [name, value] of schemaMap(schema, "properties")) {
    found.isObject = true;
    found.properties.set(name, [...(found.properties.get(name) ?? []), value]);
  }
  const additional = member(schema, "additionalProperties");
  if (isObject(additional)) {
    found.isObject = true;
    found.additional.push(additional);
  }
}

function collectType(type: string, found: Findings): void {
  if (type === "array") found.isArray = true;
  else if (type === "object") found.isObject = true;
  else {
    const primitive = PRIMITIVES.find((name) => name === type);
    if (primitive !== undefined) found.primitives.add(primitive);
  }
}

function constants(schema: JsonObject): readonly Json[] {
  if (Object.hasOwn(schema, "const")) return [schema.const ?? null];
  const values = member(schema, "enum");
  return isList(values) ? values : [];
}

function jsonType(value: Json): string {
  if (value === null) return "null";
  if (isList(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}
