import type { Json, JsonObject } from "@gatewright/contract";
import { isList, isObject } from "../../source/json-object.js";
import { acceptsEverything } from "./lower-schema.js";

/** What comes before a model's name in a `$ref`. */
export const MODEL_REFERENCE = "#/components/schemas/";

/** The models that a model references. */
export function modelReferences(model: JsonObject): readonly string[] {
  const found: string[] = [];
  mapSchema(model, (name) => {
    found.push(name);
    return false;
  });
  return found;
}

/** The model with `{}` in place of references to models that are not there. */
export function withoutReferences(model: JsonObject, gone: ReadonlySet<string>): JsonObject {
  return mapSchema(model, (name) => gone.has(name));
}

/** Walks the places of a lowered schema that hold schemas; `enum` values are data and stay. */
function mapSchema(schema: JsonObject, isGone: (name: string) => boolean): JsonObject {
  const { $ref } = schema;
  if (typeof $ref === "string") {
    return isGone($ref.slice(MODEL_REFERENCE.length)) ? {} : schema;
  }
  const each = (value: Json): JsonObject => (isObject(value) ? mapSchema(value, isGone) : {});
  const entries = Object.entries(schema).flatMap(([keyword, value]): [string, Json][] => {
    switch (keyword) {
      case "properties":
        return [[keyword, mapValues(value, each)]];
      case "items":
      case "not":
        return [[keyword, each(value)]];
      case "additionalProperties":
        return [[keyword, isObject(value) ? each(value) : value]];
      case "allOf": {
        const rest = (isList(value) ? value : [])
          .map(each)
          .filter((one) => !acceptsEverything(one));
        return rest.length > 0 ? [[keyword, rest]] : [];
      }
      case "anyOf": {
        const branches = (isList(value) ? value : []).map(each);
        return branches.some(acceptsEverything) ? [] : [[keyword, branches]];
      }
      case "oneOf":
        return [[keyword, (isList(value) ? value : []).map(each)]];
      default:
        return [[keyword, value]];
    }
  });
  return Object.fromEntries(entries);
}

function mapValues(value: Json, change: (value: Json) => JsonObject): JsonObject {
  const entries = Object.entries(isObject(value) ? value : {});
  return Object.fromEntries(entries.map(([name, one]) => [name, change(one)]));
}
