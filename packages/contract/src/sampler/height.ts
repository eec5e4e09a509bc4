import type { Schema } from "../json.js";
import { type SchemaTable, target } from "./references.js";
import { namedSchemasAt, numberAt, own, schemaAt, schemasAt, textsAt } from "./schema-object.js";

const known = new WeakMap<object, number>();

/**
 * How deep the shallowest value of a schema is nested; infinite for one that must contain itself. A list that
 * may be empty and a property that may be missing end it.
 */
export function height(
  schema: Schema,
  schemas: SchemaTable,
  visited: ReadonlySet<Schema> = new Set(),
): number {
  if (typeof schema === "boolean") {
    return 0;
  }
  const remembered = known.get(schema);
  if (remembered !== undefined) {
    return remembered;
  }
  if (visited.has(schema) || visited.size > 16) {
    return Number.POSITIVE_INFINITY;
  }
  const seen = new Set(visited).add(schema);
  const of = (inner: Schema) => height(inner, schemas, seen);
  if (own(schema, "const") !== undefined || own(schema, "enum") !== undefined) {
    return 0;
  }
  const types = [own(schema, "type")].flat();
  const isScalar = types.some(
    (type) => type !== undefined && type !== "object" && type !== "array",
  );
  const referenced = target(schema, schemas);
  const required = textsAt(schema, "required");
  const items = (numberAt(schema, "minItems") ?? 0) > 0 ? [schemaAt(schema, "items") ?? true] : [];
  const inner = isScalar
    ? []
    : [
        ...namedSchemasAt(schema, "properties")
          .filter(([name]) => required.includes(name))
          .map(([, property]) => property),
        ...items,
        ...(items.length > 0 ? schemasAt(schema, "prefixItems") : []),
      ];
  const alternatives = ["anyOf", "oneOf"]
    .map((keyword) => schemasAt(schema, keyword))
    .filter((list) => list.length > 0)
    .map((list) => Math.min(...list.map(of)));
  const found = Math.max(
    0,
    ...inner.map((one) => 1 + of(one)),
    ...(referenced === undefined ? [] : [of(referenced)]),
    ...schemasAt(schema, "allOf").map(of),
    ...alternatives,
  );
  // What looks endless inside a cycle may end when it is asked for by itself, so that is not remembered.
  if (found < Number.POSITIVE_INFINITY) {
    known.set(schema, found);
  }
  return found;
}
