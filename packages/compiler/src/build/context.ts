import type { Json, JsonObject, Schema } from "@gatewright/contract";
import type { Cursor } from "../source/cursor.js";
import { setOwn } from "../source/json-object.js";
import type { SchemaBuilder } from "./schema.js";

/** What every part of the build needs: the dialect of the document and the schemas made so far. */
export interface BuildContext {
  readonly is31: boolean;
  readonly schemas: SchemaBuilder;
}

/** The schema in a field; null when there is none. */
export function schemaIn(context: BuildContext, holder: Cursor, field: string): Schema | null {
  const found = holder.get(field);
  return found ? context.schemas.build(found.value) : null;
}

/** The `x-*` fields of an object. */
export function extensionsOf(cursor: Cursor): JsonObject {
  const extensions: Record<string, Json> = {};
  for (const [name, value] of Object.entries(cursor.object ?? {})) {
    if (name.startsWith("x-")) {
      setOwn(extensions, name, value);
    }
  }
  return extensions;
}

/** `{ description }` when there is one: optional fields are left out, never undefined. */
export function textFields<Name extends string>(
  cursor: Cursor,
  ...names: readonly Name[]
): { readonly [Key in Name]?: string } {
  const fields: { [Key in Name]?: string } = {};
  for (const name of names) {
    const value = cursor.string(name);
    if (value !== undefined) {
      fields[name] = value;
    }
  }
  return fields;
}
