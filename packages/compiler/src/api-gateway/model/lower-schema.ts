import type { Json, JsonObject, Schema, SourceRef } from "@gatewright/contract";
import { isList, isObject } from "../../source/json-object.js";
import { escapeToken } from "../../source/source-ref.js";
import { referenceOf, type SchemaTable } from "../schema-table.js";
import { typesOf } from "../schema-types.js";
import { acceptsNull, DROPPED_ASSERTIONS, type ModelLoss } from "./loss.js";
import { lowerAssertions } from "./lower-assertions.js";
import {
  absentFlag,
  absentNames,
  type Direction,
  isAbsent,
  requiredNames,
} from "./relaxed-names.js";
import type { Reaches } from "./schema-closure.js";
import { isSchema } from "./subschemas.js";

const NO_NAMES: ReadonlySet<string> = new Set();

/** What lowering needs to know beside the schema. */
export interface LoweringContext {
  readonly direction: Direction;
  readonly table: SchemaTable;
  /** True for a schema whose model says less than it does. */
  readonly losesMeaning: Reaches;
  /** The `$ref` to the model of a named schema. */
  readonly reference: (name: string) => string;
  readonly report: (loss: ModelLoss) => void;
  /** False when nothing that the schema reaches is `readOnly` or `writeOnly`. */
  readonly hasAbsent: boolean;
  /** Drop descriptions and titles. */
  readonly isTerse: boolean;
}

/**
 * A schema as a model of a REST API can say it: JSON Schema draft 4 as far as OpenAPI 3.0 has it. What the result
 * refuses, the schema refuses too; what it cannot say it leaves out.
 */
export function lowerSchema(schema: Schema, at: SourceRef, context: LoweringContext): JsonObject {
  return lower(schema, at, context, NO_NAMES);
}

/** True when a lowered schema refuses nothing. */
export function acceptsEverything(lowered: JsonObject): boolean {
  return Object.keys(lowered).every((keyword) => keyword === "description" || keyword === "title");
}

function lower(
  schema: Schema,
  at: SourceRef,
  context: LoweringContext,
  relaxedAbove: ReadonlySet<string>,
): JsonObject {
  if (typeof schema === "boolean") {
    if (!schema) {
      context.report({ code: "GW2078", keyword: "false", at });
    }
    return {};
  }
  const texts = context.isTerse ? {} : annotations(schema);
  if (acceptsNull(schema)) {
    context.report({ code: "GW2077", keyword: "null", at });
    return texts;
  }
  const own = context.hasAbsent ? absentNames(schema, context.direction, context.table) : NO_NAMES;
  const relaxed = relaxedAbove.size === 0 ? own : new Set([...relaxedAbove, ...own]);
  const reference = lowerReference(schema, at, context, relaxed);
  const parts = lowerParts(schema, at, context, relaxed);
  if (reference === null) {
    return { ...texts, ...parts };
  }
  // Siblings of a reference count in 2020-12 and are ignored in OpenAPI 3.0.
  return acceptsEverything(parts) ? reference : { ...texts, allOf: [reference, parts] };
}

function lowerReference(
  schema: JsonObject,
  at: SourceRef,
  context: LoweringContext,
  relaxed: ReadonlySet<string>,
): JsonObject | null {
  const name = referenceOf(schema);
  const target = name === null ? undefined : context.table.get(name);
  if (name === null || target === undefined) {
    return null;
  }
  if (relaxed.size === 0) {
    return { $ref: context.reference(name) };
  }
  const own = absentNames(target.schema, context.direction, context.table);
  const required = requiredNames(target.schema, context.table);
  if ([...relaxed].some((property) => !own.has(property) && required.has(property))) {
    // The model of the target stands for itself elsewhere and requires what is absent here.
    context.report({ code: "GW2073", keyword: "$ref", at });
    return null;
  }
  return { $ref: context.reference(name) };
}

function lowerParts(
  schema: JsonObject,
  at: SourceRef,
  context: LoweringContext,
  relaxed: ReadonlySet<string>,
): JsonObject {
  for (const [keyword, code] of DROPPED_ASSERTIONS) {
    if (Object.hasOwn(schema, keyword)) {
      context.report({ code, keyword, at: `${at}/${keyword}` });
    }
  }
  const { typeParts, typeChoice } = lowerType(schema);
  const choices: JsonObject[] = typeChoice === null ? [] : [typeChoice];
  const branches = (keyword: "allOf" | "anyOf" | "oneOf") => {
    const list = schema[keyword];
    return (isList(list) ? list : []).map((branch, index) =>
      lower(isSchema(branch) ? branch : true, `${at}/${keyword}/${index}`, context, relaxed),
    );
  };
  const allOf = branches("allOf").filter((branch) => !acceptsEverything(branch));
  const anyOf = branches("anyOf");
  const oneOf = branches("oneOf");
  if (anyOf.length > 0 && !anyOf.some(acceptsEverything)) {
    choices.push({ anyOf });
  }
  // With a branch that accepts more than the contract's, two could match where one did.
  const isOneOfExact = oneOf.length > 0 && !context.losesMeaning({ oneOf: schema.oneOf ?? [] });
  if (oneOf.length > 0 && !isOneOfExact) {
    context.report({ code: "GW2072", keyword: "oneOf", at: `${at}/oneOf` });
    if (!oneOf.some(acceptsEverything)) {
      choices.push({ anyOf: oneOf });
    }
  }
  const [firstChoice, ...otherChoices] = choices;
  const all = [...allOf, ...otherChoices];
  return {
    ...typeParts,
    ...lowerAssertions(schema, at, relaxed, context.report),
    ...lowerProperties(schema, at, context),
    ...lowerItems(schema, at, context, typeParts),
    ...(all.length > 0 && { allOf: all }),
    ...firstChoice,
    ...(isOneOfExact && { oneOf }),
    ...lowerNot(schema, at, context),
  };
}

/** One type stays `type`; several become a choice. */
function lowerType(schema: JsonObject) {
  const types = typesOf(schema) ?? [];
  const distinct = types.includes("number") ? types.filter((type) => type !== "integer") : types;
  const [only, ...others] = [...new Set(distinct)];
  if (others.length === 0) {
    return { typeParts: only === undefined ? {} : { type: only }, typeChoice: null };
  }
  const choice = { anyOf: [only ?? "string", ...others].map((type) => choiceOf(type)) };
  return { typeParts: {}, typeChoice: choice };
}

function choiceOf(type: string): JsonObject {
  return type === "array" ? { type, items: {} } : { type };
}

function lowerProperties(schema: JsonObject, at: SourceRef, context: LoweringContext): JsonObject {
  const { properties, additionalProperties } = schema;
  const lowered = Object.entries(isObject(properties) ? properties : {}).map(([name, property]) => {
    const place = `${at}/properties/${escapeToken(name)}`;
    const value = isSchema(property) ? property : true;
    if (context.hasAbsent && isAbsent(value, context.direction, context.table)) {
      context.report({ code: "GW2073", keyword: absentFlag(context.direction), at: place });
      return [name, {}] as const;
    }
    return [name, lower(value, place, context, NO_NAMES)] as const;
  });
  const isClosed = isSchema(additionalProperties) && !Object.hasOwn(schema, "patternProperties");
  return {
    ...(lowered.length > 0 && { properties: Object.fromEntries(lowered) }),
    ...(isClosed && {
      additionalProperties:
        typeof additionalProperties === "boolean"
          ? additionalProperties
          : lower(additionalProperties, `${at}/additionalProperties`, context, NO_NAMES),
    }),
  };
}

/** OpenAPI 3.0 wants `items` wherever the type is array. After `prefixItems` it would not cover the first ones. */
function lowerItems(
  schema: JsonObject,
  at: SourceRef,
  context: LoweringContext,
  { type }: { readonly type?: Json },
): JsonObject {
  const { items } = schema;
  if (isSchema(items) && !Object.hasOwn(schema, "prefixItems")) {
    return { items: lower(items, `${at}/items`, context, NO_NAMES) };
  }
  return type === "array" ? { items: {} } : {};
}

/** A looser schema under `not` would refuse more, so only an exact one stays. */
function lowerNot(schema: JsonObject, at: SourceRef, context: LoweringContext): JsonObject {
  const { not } = schema;
  if (!isSchema(not) || not === false) {
    return {};
  }
  if (context.losesMeaning(not)) {
    context.report({ code: "GW2078", keyword: "not", at: `${at}/not` });
    return {};
  }
  return { not: lower(not, `${at}/not`, context, NO_NAMES) };
}

function annotations(schema: JsonObject): JsonObject {
  const { title, description } = schema;
  return {
    ...(typeof title === "string" && title !== "" && { title }),
    ...(typeof description === "string" && description !== "" && { description }),
  };
}
