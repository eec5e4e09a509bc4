import type { Json, JsonObject } from "@gatewright/contract";
import { isList, isObject } from "../schema/subschemas.js";

/** Keywords whose value is data of the author's, not OpenAPI: a `$ref` in there refers to nothing. */
const DATA = new Set(["example", "default", "enum", "const", "value", "examples"]);

/** Keywords whose value is a map: its keys are names, which may be spelled like keywords. */
const MAPS = new Set([
  "paths",
  "webhooks",
  "pathItems",
  "schemas",
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "responses",
  "parameters",
  "requestBodies",
  "headers",
  "securitySchemes",
  "links",
  "callbacks",
  "content",
  "encoding",
  "variables",
  "examples",
]);

/**
 * A copy of a document for tools that read every file and URL they find a name of, and that trip over some names.
 * In the copy data holds no `$ref`, nothing points out of the document, `x-` fields are left out, and so is a property
 * called `__proto__`.
 */
export function maskData(document: JsonObject): JsonObject {
  return maskObject(document);
}

function maskObject(object: JsonObject): JsonObject {
  return mapped(object, (name, value) => {
    if (name.startsWith("x-") || pointsOut(name, value)) return [];
    return [[name, maskMember(name, value)]];
  });
}

function maskMember(name: string, value: Json): Json {
  if (name === "required" && isList(value)) return value.filter((item) => item !== "__proto__");
  if (name === "mapping" && isObject(value)) return mapped(value, maskMapping);
  // Media types and components have `examples` by name; the lists of schemas are data.
  if (DATA.has(name) && !(name === "examples" && isObject(value))) return maskValue(value);
  if (!MAPS.has(name) || !isObject(value)) return maskNode(value);
  return mapped(value, (key, inner) => (typeof inner === "string" ? [] : [[key, maskNode(inner)]]));
}

function maskNode(value: Json): Json {
  if (isList(value)) return value.map(maskNode);
  return isObject(value) ? maskObject(value) : value;
}

/** Data without references: their keys are spelled so that nothing takes them for one. */
function maskValue(value: Json): Json {
  if (isList(value)) return value.map(maskValue);
  if (!isObject(value)) return value;
  return mapped(value, (name, inner) => [
    [name === "$ref" || name === "externalValue" ? `${name} ` : name, maskValue(inner)],
  ]);
}

/** Names of schemas and references inside of the document stay. */
function maskMapping(name: string, target: Json): readonly [string, Json][] {
  const isInside = typeof target === "string" && (target.startsWith("#/") || !target.includes("/"));
  return isInside && name !== "$ref" && name !== "externalValue" ? [[name, target]] : [];
}

/** A reference to another document, and the address of an example, which redocly reads wherever it stands. */
function pointsOut(name: string, value: Json): boolean {
  if (typeof value !== "string") return false;
  return name === "externalValue" || (name === "$ref" && !value.startsWith("#"));
}

/** A copy with other members, without `__proto__`, which openapi-typescript cannot bear. */
function mapped(
  object: JsonObject,
  change: (name: string, value: Json) => readonly (readonly [string, Json])[],
): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) =>
      name === "__proto__" ? [] : change(name, value),
    ),
  );
}
