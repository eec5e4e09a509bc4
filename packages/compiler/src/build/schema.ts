import type { Json, JsonObject, Schema } from "@gatewright/contract";
import { grammar } from "../source/grammar.js";
import { isList, isObject, own, setOwn, stringOf } from "../source/json-object.js";
import type { Shape } from "../source/shape.js";
import { repairPattern } from "./pattern.js";

/** Keywords that carry no meaning once references are resolved, or that have been turned into others. */
const DROPPED = new Set([
  "$ref",
  "$id",
  "$schema",
  "$anchor",
  "$dynamicAnchor",
  "$dynamicRef",
  "$vocabulary",
  "$comment",
  "$defs",
  "definitions",
  "nullable",
  "example",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "xml",
  "externalDocs",
]);

/** Keywords of 3.1 that mean something else, or nothing, in a 3.0 document. */
const ONLY_31 = new Set(grammar.schema.since31);

const KEYWORDS: Readonly<Record<string, Shape>> = grammar.schema.fields;

/**
 * Turns schemas of the bundled document into JSON Schema 2020-12: known keywords only, 3.0's dialect
 * upgraded, references un-escaped to `#/components/schemas/NAME`.
 */
export class SchemaBuilder {
  readonly #is31: boolean;
  readonly #broken: WeakSet<object>;
  readonly #built = new WeakMap<object, Schema>();

  constructor(is31: boolean, broken: WeakSet<object>) {
    this.#is31 = is31;
    this.#broken = broken;
  }

  build(source: Json): Schema {
    if (!isObject(source)) {
      return typeof source === "boolean" ? source : true;
    }
    let built = this.#built.get(source);
    if (built === undefined) {
      built = this.#broken.has(source) ? true : this.#object(source);
      this.#built.set(source, built);
    }
    return built;
  }

  #object(source: JsonObject): Schema {
    const reference = stringOf(source, "$ref");
    const schema: Record<string, Json> = {};
    if (reference !== undefined) {
      schema.$ref = decodeURIComponent(reference);
      if (!this.#is31) {
        return schema;
      }
    }
    for (const [keyword, value] of Object.entries(source)) {
      const shape = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
      if (shape === undefined || DROPPED.has(keyword) || (!this.#is31 && ONLY_31.has(keyword))) {
        continue;
      }
      const built = this.#keyword(value, shape);
      if (built !== undefined) {
        schema[keyword] = withPatterns(keyword, built);
      }
    }
    restrictToEnum(schema);
    addBounds(source, schema);
    addExamples(source, schema);
    return !this.#is31 && own(source, "nullable") === true ? nullable(schema) : schema;
  }

  /** The value of a keyword; undefined when it is not what the keyword takes, which a rule reports. */
  #keyword(value: Json, shape: Shape): Json | undefined {
    if (shape === "data") {
      return value;
    }
    if (typeof shape === "string") {
      const wanted = shape === "integer" ? "number" : shape;
      return typeof value === wanted ? value : undefined;
    }
    if ("oneOf" in shape) {
      return shape.oneOf
        .map((each) => this.#keyword(value, each))
        .find((each) => each !== undefined);
    }
    if ("node" in shape) {
      return shape.node === "schema"
        ? isObject(value) || typeof value === "boolean"
          ? this.build(value)
          : undefined
        : isObject(value)
          ? discriminator(value)
          : undefined;
    }
    if ("list" in shape) {
      return isList(value)
        ? value.map((item) => this.#keyword(item, shape.list)).filter((item) => item !== undefined)
        : undefined;
    }
    if (!isObject(value)) {
      return undefined;
    }
    const members: Record<string, Json> = {};
    for (const [name, member] of Object.entries(value)) {
      const built = this.#keyword(member, shape.map);
      if (built !== undefined) {
        setOwn(members, name, built);
      }
    }
    return members;
  }
}

/** Patterns are written as ajv compiles them, with the `u` flag. */
function withPatterns(keyword: string, value: Json): Json {
  if (keyword === "pattern" && typeof value === "string") {
    return repairPattern(value);
  }
  if (keyword === "patternProperties" && isObject(value)) {
    const repaired: Record<string, Json> = {};
    for (const [pattern, schema] of Object.entries(value)) {
      setOwn(repaired, repairPattern(pattern), schema);
    }
    return repaired;
  }
  return value;
}

/** An enum has members, each once: ajv takes no other. Without any member nothing is allowed. */
function restrictToEnum(schema: Record<string, Json>): void {
  const { enum: members } = schema;
  if (!isList(members)) {
    return;
  }
  if (members.length === 0) {
    delete schema.enum;
    schema.not = {};
    return;
  }
  const texts = members.map((member) => JSON.stringify(member));
  const distinct = members.filter((_, index) => texts.indexOf(texts[index] ?? "") === index);
  if (distinct.length < members.length) {
    schema.enum = distinct;
  }
}

/** 3.0 says "exclusive" with a flag beside the bound, 2020-12 with a bound of its own. */
function addBounds(source: JsonObject, schema: Record<string, Json>): void {
  for (const [exclusive, inclusive] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    const value = own(source, exclusive);
    const bound = own(source, inclusive);
    if (typeof value === "number") {
      schema[exclusive] = value;
    } else if (value === true && typeof bound === "number") {
      delete schema[inclusive];
      schema[exclusive] = bound;
    }
  }
}

function addExamples(source: JsonObject, schema: Record<string, Json>): void {
  const example = own(source, "example");
  if (example !== undefined && schema.examples === undefined) {
    schema.examples = [example];
  }
}

/** 3.0's `nullable: true`: null besides what the rest of the schema says. */
function nullable(schema: Record<string, Json>): Schema {
  if (["allOf", "anyOf", "oneOf", "not"].some((keyword) => Object.hasOwn(schema, keyword))) {
    const { title, description, ...rest } = schema;
    return {
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
      anyOf: [rest, { type: "null" }],
    };
  }
  const { type, enum: members } = schema;
  return {
    ...schema,
    ...(typeof type === "string" ? { type: [type, "null"] } : {}),
    ...(isList(members) && !members.includes(null) ? { enum: [...members, null] } : {}),
  };
}

function discriminator(source: JsonObject): JsonObject {
  const propertyName = stringOf(source, "propertyName");
  const mapping = own(source, "mapping");
  const decoded: Record<string, Json> = {};
  for (const [value, target] of Object.entries(isObject(mapping) ? mapping : {})) {
    if (typeof target === "string") {
      setOwn(decoded, value, target.startsWith("#/") ? decodeURIComponent(target) : target);
    }
  }
  return {
    ...(propertyName === undefined ? {} : { propertyName }),
    ...(isObject(mapping) ? { mapping: decoded } : {}),
  };
}
