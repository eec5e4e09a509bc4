import type { JsonObject, Schema, SourceRef } from "@gatewright/contract";
import { typesOf } from "../schema-types.js";
import { isPortablePattern } from "./portable-pattern.js";
import { subschemas } from "./subschemas.js";

/** A keyword that a model cannot hold: what the gateway lets through is left to the function. */
export interface ModelLoss {
  readonly code: string;
  readonly keyword: string;
  readonly at: SourceRef;
}

/** Keywords that are dropped although they refuse values, and the rule that says so. */
export const DROPPED_ASSERTIONS: ReadonlyMap<string, string> = new Map([
  ["format", "GW2074"],
  ["if", "GW2078"],
  ["contains", "GW2078"],
  ["propertyNames", "GW2078"],
  ["dependentRequired", "GW2078"],
  ["dependentSchemas", "GW2078"],
  ["unevaluatedItems", "GW2078"],
  ["unevaluatedProperties", "GW2078"],
  ["prefixItems", "GW2078"],
  ["patternProperties", "GW2078"],
  ["$dynamicRef", "GW2078"],
]);

/** True when the schema itself, without what is inside it, says something that its model will not say. */
export function losesMeaning(schema: Schema): boolean {
  if (typeof schema === "boolean") {
    return !schema;
  }
  const { pattern, exclusiveMinimum, exclusiveMaximum } = schema;
  return (
    [...DROPPED_ASSERTIONS.keys()].some((keyword) => Object.hasOwn(schema, keyword)) ||
    acceptsNull(schema) ||
    schema.readOnly === true ||
    schema.writeOnly === true ||
    (typeof pattern === "string" && !isPortablePattern(pattern)) ||
    ((exclusiveMinimum !== undefined || exclusiveMaximum !== undefined) && !isInteger(schema)) ||
    (Array.isArray(schema.enum) && (schema.enum.length === 0 || Object.hasOwn(schema, "const"))) ||
    holdsFalse(schema)
  );
}

/** True when a schema inside accepts nothing: only `additionalProperties` may say so in a model. */
function holdsFalse(schema: JsonObject): boolean {
  const count = subschemas(schema).filter((inner) => inner === false).length;
  return count > (schema.additionalProperties === false ? 1 : 0);
}

/** True when `null` is named as a value: API Gateway drops that and would refuse it. */
export function acceptsNull(schema: JsonObject): boolean {
  const values = Object.hasOwn(schema, "enum") ? schema.enum : [];
  return (
    (typesOf(schema)?.includes("null") ?? false) ||
    (Object.hasOwn(schema, "const") && schema.const === null) ||
    (Array.isArray(values) && values.includes(null))
  );
}

export function isInteger(schema: JsonObject): boolean {
  const types = typesOf(schema);
  return types?.length === 1 && types[0] === "integer";
}
