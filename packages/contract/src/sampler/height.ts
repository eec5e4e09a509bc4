import type { JsonObject, Schema } from "../json.js";
import { propertySchemas } from "./fits.js";
import { type SchemaTable, targetName } from "./references.js";
import { numberAt, own, schemaAt, schemasAt, textsAt } from "./schema-object.js";

/** Heights of component schemas by name, for each table of them. */
const known = new WeakMap<SchemaTable, Map<string, number>>();

/**
 * How deep the shallowest value of a schema is nested; infinite for one that must contain itself. A list that
 * may be empty and a property that may be missing end it.
 */
export function height(schema: Schema, schemas: SchemaTable): number {
  const heights = known.get(schemas) ?? new Map<string, number>();
  known.set(schemas, heights);
  const found: string[] = [];
  const visit = (inner: Schema): number => walk(inner, schemas, heightOf);
  /** What leads back to a schema that is being visited is endless at first; the passes below correct it. */
  function heightOf(name: string): number {
    if (!heights.has(name)) {
      heights.set(name, Number.POSITIVE_INFINITY);
      found.push(name);
      heights.set(name, visit(schemas[name] ?? true));
    }
    return heights.get(name) ?? 0;
  }
  let result = visit(schema);
  // The least solution: heights only ever fall, and at last none does.
  for (let isSettled = found.length === 0; !isSettled; ) {
    isSettled = true;
    for (const name of found) {
      const better = visit(schemas[name] ?? true);
      if (better < heightOf(name)) {
        heights.set(name, better);
        isSettled = false;
      }
    }
    result = visit(schema);
  }
  return result;
}

function walk(
  schema: Schema,
  schemas: SchemaTable,
  heightOf: (component: string) => number,
): number {
  if (typeof schema === "boolean") {
    return 0;
  }
  if (own(schema, "const") !== undefined || own(schema, "enum") !== undefined) {
    return 0;
  }
  const of = (inner: Schema) => walk(inner, schemas, heightOf);
  const name = targetName(schema, schemas);
  const alternatives = ["anyOf", "oneOf"]
    .map((keyword) => schemasAt(schema, keyword))
    .filter((list) => list.length > 0);
  return Math.max(
    leastNesting(schema, of),
    name === undefined ? 0 : heightOf(name),
    ...schemasAt(schema, "allOf").map(of),
    ...alternatives.map((list) => Math.min(...list.map(of))),
  );
}

/** Of the types that a schema allows, the one whose values need to be nested least. */
function leastNesting(schema: JsonObject, of: (inner: Schema) => number): number {
  const types = [own(schema, "type") ?? ["object", "array"]].flat();
  const nestings = types.map((type) => {
    const inner =
      type === "object" ? requiredSchemas(schema) : type === "array" ? leastItems(schema) : [];
    return Math.max(0, ...inner.map((one) => 1 + of(one)));
  });
  // Without a type, what the keywords say counts, as it does for the sampler.
  return own(schema, "type") === undefined ? Math.max(...nestings) : Math.min(...nestings);
}

function requiredSchemas(schema: JsonObject): readonly Schema[] {
  return textsAt(schema, "required").flatMap((name) => propertySchemas(schema, name));
}

function leastItems(schema: JsonObject): readonly Schema[] {
  const least = numberAt(schema, "minItems") ?? 0;
  const prefix = schemasAt(schema, "prefixItems");
  return least > prefix.length
    ? [...prefix, schemaAt(schema, "items") ?? true]
    : prefix.slice(0, least);
}
