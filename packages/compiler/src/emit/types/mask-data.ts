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
 * A copy of a document for tools that follow every `$ref` they see and trip over some names: data holds no `$ref` in
 * it, `x-` fields are left out, and so is a property called `__proto__`.
 */
export function maskData(document: JsonObject): JsonObject {
  return maskObject(document);
}

function maskObject(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([name]) => !name.startsWith("x-") && name !== "__proto__")
      .map(([name, value]) => [name, maskMember(name, value)]),
  );
}

function maskMember(name: string, value: Json): Json {
  if (name === "required" && isList(value)) return value.filter((item) => item !== "__proto__");
  // Media types and components have `examples` by name; the lists of schemas are data.
  if (DATA.has(name) && !(name === "examples" && isObject(value))) return maskValue(value);
  if (MAPS.has(name) && isObject(value)) return maskMap(value);
  return maskNode(value);
}

function maskMap(map: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(map)
      .filter(([name]) => name !== "__proto__")
      .map(([name, value]) => [name, maskNode(value)]),
  );
}

function maskNode(value: Json): Json {
  if (isList(value)) return value.map(maskNode);
  return isObject(value) ? maskObject(value) : value;
}

/** Data without references: the key is spelled so that nothing takes it for one. */
function maskValue(value: Json): Json {
  if (isList(value)) return value.map(maskValue);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "__proto__")
      .map(([name, inner]) => [name === "$ref" ? "$ref " : name, maskValue(inner)]),
  );
}
