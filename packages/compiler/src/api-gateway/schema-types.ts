import type { Schema } from "@gatewright/contract";

/** The `type` of a schema as a list; null when it names none, which allows all. */
export function typesOf(schema: Schema): readonly string[] | null {
  if (typeof schema === "boolean" || !Object.hasOwn(schema, "type")) {
    return null;
  }
  const { type } = schema;
  const list = Array.isArray(type) ? type : [type];
  return list.filter((name) => typeof name === "string");
}
