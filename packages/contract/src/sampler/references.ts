import type { JsonObject, Schema } from "../json.js";
import { textAt } from "./schema-object.js";

/** Component schemas by name: the targets of `#/components/schemas/NAME`. */
export type SchemaTable = Readonly<Record<string, Schema>>;

const PREFIX = "#/components/schemas/";

/** The schema that a `$ref` names; undefined for one without `$ref` and for a name that nothing has. */
export function target(schema: JsonObject, schemas: SchemaTable): Schema | undefined {
  const name = targetName(schema, schemas);
  return name === undefined ? undefined : schemas[name];
}

/** The name of that schema. */
export function targetName(schema: JsonObject, schemas: SchemaTable): string | undefined {
  const reference = textAt(schema, "$ref");
  if (reference === undefined || !reference.startsWith(PREFIX)) {
    return undefined;
  }
  const name = reference.slice(PREFIX.length).replaceAll("~1", "/").replaceAll("~0", "~");
  return Object.hasOwn(schemas, name) ? name : undefined;
}
