import type { Contract, JsonObject, NamedSchema, Schema } from "@gatewright/contract";

const PREFIX = "#/components/schemas/";

/** The contract's named schemas by name. */
export type SchemaTable = ReadonlyMap<string, NamedSchema>;

export function schemaTable(contract: Contract): SchemaTable {
  return new Map(contract.schemas.map((named) => [named.name, named]));
}

/** The name that a schema's `$ref` holds; null when it has none. */
export function referenceOf(schema: JsonObject): string | null {
  const ref = Object.hasOwn(schema, "$ref") ? schema.$ref : undefined;
  return typeof ref === "string" && ref.startsWith(PREFIX)
    ? ref.slice(PREFIX.length).replaceAll("~1", "/").replaceAll("~0", "~")
    : null;
}

/** Follows references that have no siblings; `true` for one that leads nowhere. */
export function followReferences(schema: Schema, table: SchemaTable): Schema {
  const seen = new Set<string>();
  let current = schema;
  while (typeof current !== "boolean") {
    const name = referenceOf(current);
    if (name === null || Object.keys(current).length > 1) {
      return current;
    }
    const target = table.get(name);
    if (target === undefined || seen.has(name)) {
      return true;
    }
    seen.add(name);
    current = target.schema;
  }
  return current;
}
