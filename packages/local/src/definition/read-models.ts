import type { JsonObject, Schema } from "@gatewright/contract";
import {
  type DefinitionReader,
  describe,
  isMembers,
  type Members,
  pointerTo,
} from "./definition-reader.js";

/**
 * Keywords that a model of API Gateway can hold and that draft 4 and later drafts read alike.
 * Source: API Gateway Developer Guide, "Amazon API Gateway important notes".
 */
const KEYWORDS = new Set([
  "$ref",
  "additionalProperties",
  "allOf",
  "anyOf",
  "description",
  "enum",
  "format",
  "items",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
  "multipleOf",
  "not",
  "oneOf",
  "pattern",
  "properties",
  "required",
  "title",
  "type",
  "uniqueItems",
]);
const TYPES = new Set(["array", "boolean", "integer", "number", "object", "string"]);
const REFERENCE = /^#\/components\/schemas\/([A-Za-z0-9]+)$/;

/** Reads `components.schemas`, asserting that every model holds only what a model of API Gateway can. */
export function readModels(reader: DefinitionReader, components: Members): JsonObject {
  const pointer = "/components/schemas";
  const schemas = reader.object(reader.member(components, "schemas"), pointer);
  for (const [name, schema] of Object.entries(schemas)) {
    const at = pointerTo(pointer, name);
    if (!/^[A-Za-z0-9]+$/.test(name)) {
      reader.malformed(at, `the model name ${JSON.stringify(name)} is not alphanumeric`);
    }
    checkModel(reader, schema, at, schemas);
  }
  // Checked above: objects all the way down, from a JSON document.
  return schemas as JsonObject;
}

/** Reads a body's schema: a reference to a model, or a model of its own. */
export function readBodyModel(
  reader: DefinitionReader,
  schema: unknown,
  pointer: string,
  models: JsonObject,
): Schema {
  checkModel(reader, schema, pointer, models);
  // Checked by checkModel: what is not an object has been reported, and the reader will throw.
  return isMembers(schema) ? (schema as JsonObject) : true;
}

function checkModel(
  reader: DefinitionReader,
  schema: unknown,
  pointer: string,
  models: Members,
): void {
  const check = (value: unknown, ...names: readonly (string | number)[]) =>
    checkModel(reader, value, pointerTo(pointer, ...names), models);
  if (!isMembers(schema)) {
    reader.malformed(pointer, `expected a schema object, found ${describe(schema)}`);
    return;
  }
  for (const [keyword, value] of Object.entries(schema)) {
    const at = pointerTo(pointer, keyword);
    if (!KEYWORDS.has(keyword)) {
      reader.unsupported(at, `the keyword ${JSON.stringify(keyword)} in a model`);
    } else if (keyword === "$ref") {
      checkReference(reader, value, at, models);
    } else if (keyword === "type" && !TYPES.has(String(value))) {
      reader.malformed(at, `expected one type, found ${describe(value)}`);
    } else if (keyword === "properties") {
      for (const [name, property] of Object.entries(reader.object(value, at)))
        check(property, keyword, name);
    } else if (keyword === "items" || keyword === "not") {
      check(value, keyword);
    } else if (keyword === "additionalProperties" && typeof value !== "boolean") {
      check(value, keyword);
    } else if (keyword === "allOf" || keyword === "anyOf" || keyword === "oneOf") {
      for (const [index, branch] of reader.array(value, at).entries())
        check(branch, keyword, index);
    } else if (keyword === "pattern") {
      checkPattern(reader, value, at);
    }
  }
}

function checkReference(
  reader: DefinitionReader,
  value: unknown,
  pointer: string,
  models: Members,
) {
  const name = typeof value === "string" ? REFERENCE.exec(value)?.[1] : undefined;
  if (name === undefined) {
    reader.unsupported(
      pointer,
      `the reference ${describe(value)}: only whole models can be referenced`,
    );
  } else if (!Object.hasOwn(models, name)) {
    reader.dangling(pointer, `the model ${JSON.stringify(name)} is not defined`);
  }
}

function checkPattern(reader: DefinitionReader, value: unknown, pointer: string): void {
  try {
    new RegExp(reader.string(value, pointer), "u");
  } catch {
    reader.malformed(pointer, `expected a regular expression, found ${describe(value)}`);
  }
}
