import type { Contract, Json, JsonObject, Operation, Schema } from "@gatewright/contract";
import { referencedName, type SchemaTable } from "../schema/schema-table.js";
import {
  isList,
  isObject,
  isSchema,
  SUBSCHEMA_KEYWORDS,
  stringList,
  subschemas,
} from "../schema/subschemas.js";

/** What a schema says to people and to other tools; nothing is sampled from it. */
const SILENT = new Set([
  "title",
  "description",
  "deprecated",
  "readOnly",
  "writeOnly",
  "externalDocs",
  "xml",
  "$comment",
  "$schema",
  "$id",
  "discriminator",
]);

/**
 * A schema as answers are sampled from it: without what is `writeOnly`, and without what only people read. References
 * stay.
 */
export function mockedSchema(schema: Schema, table: SchemaTable): Schema {
  return project(schema, table, null);
}

/** The named schemas that the answers of operations reach, by name, in document order. */
export function reachedSchemas(
  contract: Contract,
  table: SchemaTable,
): readonly (readonly [string, Schema])[] {
  const reached = new Set<string>();
  const open: Schema[] = contract.operations.flatMap(answerSchemas);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const name = referencedName(next);
    if (name !== null && !reached.has(name)) {
      reached.add(name);
      open.push(table.find(name)?.schema ?? true);
    }
    open.push(...subschemas(next));
  }
  return contract.schemas
    .filter(({ name }) => reached.has(name))
    .map(({ name, schema }) => [name, mockedSchema(schema, table)] as const);
}

function answerSchemas({ responses }: Operation): readonly Schema[] {
  return responses.flatMap(({ headers, content }) => [
    ...headers.map((header) => header.schema),
    ...content.map((media) => media.schema ?? true),
  ]);
}

const SINGLE: ReadonlySet<string> = new Set(SUBSCHEMA_KEYWORDS.one);
const LISTS: ReadonlySet<string> = new Set(SUBSCHEMA_KEYWORDS.list);
const MAPS: ReadonlySet<string> = new Set(SUBSCHEMA_KEYWORDS.map);
const IN_PLACE: ReadonlySet<string> = new Set([
  ...["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"],
]);

/** `hidden`: names that the composition around this schema hides; null for a schema of another value. */
function project(schema: Schema, table: SchemaTable, outer: ReadonlySet<string> | null): Schema {
  if (typeof schema === "boolean") return schema;
  const hidden = outer ?? table.hiddenNames(schema, "response");
  const members = Object.entries(schema).flatMap(([keyword, value]): [string, Json][] => {
    if (SILENT.has(keyword) || keyword.startsWith("x-")) return [];
    const inner = (part: Schema): Schema =>
      project(part, table, IN_PLACE.has(keyword) ? hidden : null);
    if (keyword === "required") {
      const names = stringList(schema, "required").filter((name) => !hidden.has(name));
      return names.length === 0 ? [] : [[keyword, names]];
    }
    if (SINGLE.has(keyword) && isSchema(value)) return [[keyword, inner(value)]];
    if (LISTS.has(keyword) && isList(value)) return [[keyword, value.filter(isSchema).map(inner)]];
    if (MAPS.has(keyword) && isObject(value)) {
      return [[keyword, projectMap(keyword, value, { hidden, inner })]];
    }
    return [[keyword, value]];
  });
  return Object.fromEntries(members);
}

function projectMap(
  keyword: string,
  map: JsonObject,
  {
    hidden,
    inner,
  }: { readonly hidden: ReadonlySet<string>; readonly inner: (part: Schema) => Schema },
): JsonObject {
  const entries = Object.entries(map).flatMap(([name, value]): [string, Json][] => {
    if (!isSchema(value) || (keyword === "properties" && hidden.has(name))) return [];
    return [[name, inner(value)]];
  });
  return Object.fromEntries(entries);
}
