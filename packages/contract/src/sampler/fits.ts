import { matchesFormat } from "../formats.js";
import type { Json, JsonObject, Schema } from "../json.js";
import { type SchemaTable, target } from "./references.js";
import {
  asSchema,
  isEqual,
  isList,
  isObject,
  lengthOf,
  namedSchemasAt,
  numberAt,
  own,
  regExpOf,
  schemaAt,
  schemasAt,
  textAt,
  textsAt,
} from "./schema-object.js";

/**
 * Whether a value keeps a schema: JSON Schema 2020-12 without `unevaluated*` and dynamic references. It checks
 * the sampler's candidates only; requests and responses are checked by generated validators.
 */
export function fits(schema: Schema, value: Json, schemas: SchemaTable, depth = 0): boolean {
  if (typeof schema === "boolean") {
    return schema;
  }
  // Only references that lead back to themselves go this deep; nothing keeps those.
  if (depth > 500) {
    return false;
  }
  const check = (inner: Schema, innerValue: Json) => fits(inner, innerValue, schemas, depth + 1);
  const referenced = target(schema, schemas);
  return (
    (referenced === undefined || check(referenced, value)) &&
    hasType(own(schema, "type"), value) &&
    isListed(schema, value) &&
    (typeof value !== "number" || fitsNumber(schema, value)) &&
    (typeof value !== "string" || fitsText(schema, value)) &&
    (!isList(value) || fitsList(schema, value, check)) &&
    (!isObject(value) || fitsObject(schema, value, check)) &&
    fitsCombination(schema, value, check)
  );
}

type Check = (schema: Schema, value: Json) => boolean;

export function hasType(type: Json | undefined, value: Json): boolean {
  if (isList(type)) {
    return type.some((name) => hasType(name, value));
  }
  switch (type) {
    case "null":
      return value === null;
    case "boolean":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "integer":
      return Number.isInteger(value);
    case "array":
      return isList(value);
    case "object":
      return isObject(value);
    default:
      return type === undefined;
  }
}

function isListed(schema: JsonObject, value: Json): boolean {
  const constant = own(schema, "const");
  const list = own(schema, "enum");
  return (
    (constant === undefined || isEqual(constant, value)) &&
    (!isList(list) || list.some((item) => isEqual(item, value)))
  );
}

function fitsNumber(schema: JsonObject, value: number): boolean {
  const step = numberAt(schema, "multipleOf");
  return (
    value >= (numberAt(schema, "minimum") ?? -Infinity) &&
    value <= (numberAt(schema, "maximum") ?? Infinity) &&
    value > (numberAt(schema, "exclusiveMinimum") ?? -Infinity) &&
    value < (numberAt(schema, "exclusiveMaximum") ?? Infinity) &&
    (step === undefined || Number.isInteger(value / step)) &&
    matchesFormat(textAt(schema, "format") ?? "", value)
  );
}

function fitsText(schema: JsonObject, value: string): boolean {
  const pattern = textAt(schema, "pattern");
  const length = lengthOf(value);
  return (
    length >= (numberAt(schema, "minLength") ?? 0) &&
    length <= (numberAt(schema, "maxLength") ?? Infinity) &&
    (pattern === undefined || regExpOf(pattern)?.test(value) !== false) &&
    matchesFormat(textAt(schema, "format") ?? "", value)
  );
}

function fitsList(schema: JsonObject, value: readonly Json[], check: Check): boolean {
  const prefix = schemasAt(schema, "prefixItems");
  const items = schemaAt(schema, "items");
  const contains = schemaAt(schema, "contains");
  const found = contains === undefined ? 0 : value.filter((item) => check(contains, item)).length;
  return (
    value.length >= (numberAt(schema, "minItems") ?? 0) &&
    value.length <= (numberAt(schema, "maxItems") ?? Infinity) &&
    value.every((item, index) => check(prefix[index] ?? items ?? true, item)) &&
    (contains === undefined ||
      (found >= (numberAt(schema, "minContains") ?? 1) &&
        found <= (numberAt(schema, "maxContains") ?? Infinity))) &&
    (own(schema, "uniqueItems") !== true ||
      value.every((item, index) => !value.slice(0, index).some((other) => isEqual(item, other))))
  );
}

function fitsObject(schema: JsonObject, value: JsonObject, check: Check): boolean {
  const names = Object.keys(value);
  const has = (name: string) => Object.hasOwn(value, name);
  const nameSchema = schemaAt(schema, "propertyNames");
  const dependent = own(schema, "dependentRequired");
  return (
    names.length >= (numberAt(schema, "minProperties") ?? 0) &&
    names.length <= (numberAt(schema, "maxProperties") ?? Infinity) &&
    textsAt(schema, "required").every(has) &&
    Object.entries(value).every(([name, inner]) =>
      propertySchemas(schema, name).every((one) => check(one, inner)),
    ) &&
    (nameSchema === undefined || names.every((name) => check(nameSchema, name))) &&
    (!isObject(dependent) || names.every((name) => textsAt(dependent, name).every(has))) &&
    namedSchemasAt(schema, "dependentSchemas").every(
      ([name, inner]) => !has(name) || check(inner, value),
    )
  );
}

/** Every schema that the value of a property has to keep. */
export function propertySchemas(schema: JsonObject, name: string): readonly Schema[] {
  const properties = own(schema, "properties");
  const declared = isObject(properties) ? asSchema(own(properties, name)) : undefined;
  const matched = namedSchemasAt(schema, "patternProperties")
    .filter(([pattern]) => regExpOf(pattern)?.test(name))
    .map(([, inner]) => inner);
  const found = declared === undefined ? matched : [declared, ...matched];
  return found.length > 0 ? found : [schemaAt(schema, "additionalProperties") ?? true];
}

function fitsCombination(schema: JsonObject, value: Json, check: Check): boolean {
  const anyOf = schemasAt(schema, "anyOf");
  const oneOf = schemasAt(schema, "oneOf");
  const not = schemaAt(schema, "not");
  const condition = schemaAt(schema, "if");
  return (
    schemasAt(schema, "allOf").every((inner) => check(inner, value)) &&
    (anyOf.length === 0 || anyOf.some((inner) => check(inner, value))) &&
    (oneOf.length === 0 || oneOf.filter((inner) => check(inner, value)).length === 1) &&
    (not === undefined || !check(not, value)) &&
    (condition === undefined ||
      check(schemaAt(schema, check(condition, value) ? "then" : "else") ?? true, value))
  );
}
