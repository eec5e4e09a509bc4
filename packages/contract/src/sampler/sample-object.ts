import type { Json, JsonObject, Schema } from "../json.js";
import { propertySchemas } from "./fits.js";
import { target } from "./references.js";
import { samplePattern } from "./sample-pattern.js";
import { sampleText } from "./sample-text.js";
import type { Sampling } from "./sampling.js";
import { isObject, namedSchemasAt, numberAt, own, schemaAt, textsAt } from "./schema-object.js";

/** How often an optional property is there. */
const OPTIONAL = 0.8;

/** An object with its required properties, most of its optional ones, and as many as are asked for. */
export function sampleObject(schema: JsonObject, sampling: Sampling): JsonObject | undefined {
  const { random, isShort } = sampling;
  const required = requiredNames(schema);
  const least = numberAt(schema, "minProperties") ?? 0;
  const most = numberAt(schema, "maxProperties") ?? Number.POSITIVE_INFINITY;
  const entries = new Map<string, Json>();
  const names = [
    ...namedSchemasAt(schema, "properties").map(([name]) => name),
    ...required.filter((name) => !Object.hasOwn(Object(own(schema, "properties")), name)),
  ];
  let optional = Math.max(0, most - required.length);
  let missing = Math.max(0, least - required.length);
  for (const name of names) {
    const isRequired = required.includes(name);
    const isWanted =
      isRequired || (optional > 0 && (missing > 0 || (!isShort && random.chance(OPTIONAL))));
    const [only, ...more] = propertySchemas(schema, name);
    const property: Schema = more.length > 0 ? { allOf: [only ?? true, ...more] } : (only ?? true);
    if (!isWanted || (!isRequired && isHidden(property, sampling))) {
      continue;
    }
    const value = sampling.sample(property, sampling);
    if (value !== undefined) {
      entries.set(name, value);
      optional -= isRequired ? 0 : 1;
      missing -= isRequired ? 0 : 1;
    } else if (isRequired) {
      return undefined;
    }
  }
  addFreeNames(schema, sampling, entries, least);
  // Object.fromEntries defines its properties, so that `__proto__` is a name like any other.
  return Object.fromEntries(entries);
}

/** Required names, and those that they bring along. */
function requiredNames(schema: JsonObject): readonly string[] {
  const names = [...textsAt(schema, "required")];
  const dependent = own(schema, "dependentRequired");
  for (const name of names) {
    for (const other of isObject(dependent) ? textsAt(dependent, name) : []) {
      if (!names.includes(other)) {
        names.push(other);
      }
    }
  }
  return names;
}

/** Properties that do not travel in this direction. Source: OpenAPI 3.1, "Schema Object", readOnly and writeOnly. */
function isHidden(property: Schema, { direction, schemas }: Sampling): boolean {
  if (typeof property === "boolean") {
    return property === false;
  }
  const keyword = direction === "request" ? "readOnly" : "writeOnly";
  const referenced = target(property, schemas);
  return (
    own(property, keyword) === true || (isObject(referenced) && own(referenced, keyword) === true)
  );
}

/** Names that `properties` does not list, until there are enough of them. */
function addFreeNames(
  schema: JsonObject,
  sampling: Sampling,
  entries: Map<string, Json>,
  least: number,
): void {
  const { random, isShort } = sampling;
  const patterns = namedSchemasAt(schema, "patternProperties").map(([pattern]) => pattern);
  const additional = schemaAt(schema, "additionalProperties");
  const isMap =
    isObject(additional) && own(schema, "properties") === undefined && patterns.length === 0;
  const usual = isMap && !isShort ? random.integer(1, 2) : 0;
  const most = numberAt(schema, "maxProperties") ?? Number.POSITIVE_INFINITY;
  const wanted = Math.min(Math.max(least, usual), most);
  for (let tries = 0; entries.size < wanted && tries < 50 + wanted; tries++) {
    const name = freeName(schema, patterns, additional, sampling, tries);
    if (name === undefined || entries.has(name)) {
      continue;
    }
    const [only, ...more] = propertySchemas(schema, name);
    const value = sampling.sample(
      more.length > 0 ? { allOf: [only ?? true, ...more] } : (only ?? true),
      sampling,
    );
    if (value !== undefined) {
      entries.set(name, value);
    }
  }
}

function freeName(
  schema: JsonObject,
  patterns: readonly string[],
  additional: Schema | undefined,
  { random }: Sampling,
  tries: number,
): string | undefined {
  const pattern = random.pick(patterns);
  if (pattern !== undefined && (additional === false || random.chance(0.5))) {
    return samplePattern(pattern, random, 3);
  }
  if (additional === false) {
    return undefined;
  }
  const names = schemaAt(schema, "propertyNames");
  return isObject(names) ? sampleText(names, random) : `key${tries + 1}`;
}
