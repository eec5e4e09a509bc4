import type { Json, JsonObject } from "@gatewright/contract";
import { isList, isObject } from "../../../source/json-object.js";
import { MODEL_REFERENCE } from "../../model/model-references.js";
import { at, type ProblemList } from "./problem-list.js";

const TYPES = ["string", "number", "integer", "boolean", "array", "object"];

/** Keywords that hold neither schemas nor lists, and what they hold. */
const PLAIN: Readonly<Record<string, (value: Json) => boolean>> = {
  type: (value) => typeof value === "string" && TYPES.includes(value),
  title: (value) => typeof value === "string",
  description: (value) => typeof value === "string",
  enum: (value) => isList(value) && value.length > 0 && !value.includes(null),
  required: (value) => isList(value) && value.length > 0 && new Set(value).size === value.length,
  multipleOf: (value) => typeof value === "number" && value > 0,
  minimum: (value) => typeof value === "number",
  maximum: (value) => typeof value === "number",
  minLength: isCount,
  maxLength: isCount,
  minItems: isCount,
  maxItems: isCount,
  minProperties: isCount,
  maxProperties: isCount,
  uniqueItems: (value) => typeof value === "boolean",
  pattern: (value) => typeof value === "string",
};

function isCount(value: Json): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

/** What is wrong with a schema of `components.schemas`, by OpenAPI 3.0 and API Gateway's models. */
export function checkModel(
  schema: JsonObject,
  pointer: string,
  models: JsonObject,
  problems: ProblemList,
): void {
  const inner = (value: Json | undefined, place: string): void => {
    if (isObject(value)) {
      checkModel(value, place, models, problems);
    } else {
      problems.add(place, "is not a schema object");
    }
  };
  if (Object.hasOwn(schema, "$ref")) {
    const { $ref } = schema;
    const isThere =
      typeof $ref === "string" &&
      $ref.startsWith(MODEL_REFERENCE) &&
      Object.hasOwn(models, $ref.slice(MODEL_REFERENCE.length));
    problems.expect(isThere, at(pointer, "$ref"), "names no model");
    problems.expect(Object.keys(schema).length === 1, pointer, "has siblings of $ref");
    return;
  }
  for (const [keyword, value] of Object.entries(schema)) {
    const place = at(pointer, keyword);
    const isPlain = Object.hasOwn(PLAIN, keyword) ? PLAIN[keyword] : undefined;
    if (isPlain !== undefined) {
      problems.expect(isPlain(value), place, "has a value that a model cannot hold");
    } else if (keyword === "properties") {
      for (const [name, property] of Object.entries(problems.object(value, place))) {
        inner(property, at(place, name));
      }
    } else if (keyword === "items" || keyword === "not") {
      inner(value, place);
    } else if (keyword === "additionalProperties") {
      if (typeof value !== "boolean") {
        inner(value, place);
      }
    } else if (keyword === "allOf" || keyword === "anyOf" || keyword === "oneOf") {
      const branches = isList(value) ? value : [];
      problems.expect(branches.length > 0, place, "has no branches");
      branches.forEach((branch, index) => {
        inner(branch, at(place, index));
      });
    } else {
      problems.add(place, "is a keyword that models do not have");
    }
  }
  const lacksItems = schema.type === "array" && !Object.hasOwn(schema, "items");
  problems.expect(!lacksItems, pointer, "is an array without items");
}
