import type { Json, JsonObject, Schema } from "../json.js";
import { fits } from "./fits.js";
import { flatten } from "./flatten.js";
import { height } from "./height.js";
import { createRandom } from "./random.js";
import type { SchemaTable } from "./references.js";
import { sampleList } from "./sample-list.js";
import { sampleNumber } from "./sample-number.js";
import { sampleObject } from "./sample-object.js";
import { sampleText } from "./sample-text.js";
import type { Sampling } from "./sampling.js";
import { isList, isObject, own } from "./schema-object.js";

/** What a sample is made with. */
export interface SampleOptions {
  /** Targets of `#/components/schemas/NAME`. */
  readonly schemas?: SchemaTable;
  /** The same seed gives the same value. 1 by default. */
  readonly seed?: number;
  /** `request` leaves `readOnly` properties out, `response` (the default) `writeOnly` ones. */
  readonly direction?: "request" | "response";
}

/** No value was found that keeps a schema: it may contradict itself, or use what the sampler cannot make. */
export class SampleError extends Error {
  override readonly name = "SampleError";
  readonly schema: Schema;
  constructor(schema: Schema) {
    super(`no value found for the schema ${JSON.stringify(schema).slice(0, 200)}`);
    this.schema = schema;
  }
}

/** Attempts with other choices of alternatives, properties and lengths before a schema is given up. */
const ATTEMPTS = 24;
/** Attempts for a part of a value: the whole is tried again anyway. */
const INNER_ATTEMPTS = 6;
/** Parts that one attempt tries at most. */
const BUDGET = 4000;
/** Nesting from which on everything optional is left out, so that recursive schemas end. */
const SHORT_DEPTH = 4;

/**
 * A value that keeps a schema, the same for the same seed: types, bounds, patterns, formats, combinations and
 * recursion are respected, and every value has been checked. Throws a `SampleError`.
 */
export function sample(schema: Schema, options: SampleOptions = {}): Json {
  const { schemas = {}, seed = 1, direction = "response" } = options;
  if (height(schema, schemas) === Number.POSITIVE_INFINITY) {
    throw new SampleError(schema);
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const budget = { left: BUDGET };
    const sampling: Sampling = {
      schemas,
      direction,
      random: createRandom(seed + attempt * 7919),
      // Later attempts make small values, which contradict less.
      depth: attempt < ATTEMPTS / 2 ? 0 : SHORT_DEPTH,
      isShort: attempt >= ATTEMPTS / 2,
      budget,
      sample: sampleInner,
    };
    const value = sampleOnce(schema, sampling);
    if (value !== undefined && fits(schema, value, schemas)) {
      return value;
    }
    if (budget.left === 0) {
      // The next of its kind would be used up as well: on to the small values, or to the end.
      attempt = attempt < ATTEMPTS / 2 ? ATTEMPTS / 2 - 1 : ATTEMPTS;
    }
  }
  throw new SampleError(schema);
}

function sampleInner(schema: Schema, outer: Sampling): Json | undefined {
  const depth = outer.depth + 1;
  const sampling = { ...outer, depth, isShort: outer.isShort || depth >= SHORT_DEPTH };
  if (depth > 40) {
    return undefined;
  }
  for (let attempt = 0; attempt < INNER_ATTEMPTS && sampling.budget.left > 0; attempt++) {
    sampling.budget.left--;
    const value = sampleOnce(schema, sampling);
    if (value !== undefined && fits(schema, value, sampling.schemas)) {
      return value;
    }
  }
  return undefined;
}

function sampleOnce(schema: Schema, sampling: Sampling): Json | undefined {
  const flat = flatten(schema, sampling);
  if (flat === false) {
    return undefined;
  }
  if (flat === true) {
    return sampleText({}, sampling.random);
  }
  const constant = own(flat, "const");
  if (constant !== undefined) {
    return constant;
  }
  const list = own(flat, "enum");
  if (isList(list)) {
    const fitting = list.filter((value) => fits({ ...flat, enum: list }, value, sampling.schemas));
    return sampling.random.pick(fitting);
  }
  return sampleType(typeOf(flat, sampling), flat, sampling);
}

function sampleType(type: string, flat: JsonObject, sampling: Sampling): Json | undefined {
  switch (type) {
    case "null":
      return null;
    case "boolean":
      return sampling.random.chance(0.5);
    case "integer":
    case "number":
      return sampleNumber({ ...flat, type }, sampling.random);
    case "array":
      return sampleList(flat, sampling);
    case "object":
      return sampleObject(flat, sampling);
    default:
      return sampleText(flat, sampling.random) ?? exampleOf(flat, sampling);
  }
}

/** Keywords that only one type has, for schemas without `type`. */
const IMPLIED: readonly (readonly [string, readonly string[]])[] = [
  [
    "object",
    [
      "properties",
      "required",
      "additionalProperties",
      "patternProperties",
      "minProperties",
      "maxProperties",
      "propertyNames",
      "dependentRequired",
    ],
  ],
  ["array", ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
];

function typeOf(flat: JsonObject, { random, isShort }: Sampling): string {
  const declared = [own(flat, "type") ?? []].flat().filter((type) => typeof type === "string");
  if (declared.length > 0) {
    // `null` is a value that hides everything else, so it comes up rarely.
    const visible = declared.filter((type) => type !== "null");
    const types = visible.length === 0 || random.chance(0.15) ? declared : visible;
    const flatTypes = types.filter((type) => type !== "object" && type !== "array");
    return random.pick(isShort && flatTypes.length > 0 ? flatTypes : types) ?? "string";
  }
  const implied = IMPLIED.find(([, keywords]) =>
    keywords.some((keyword) => own(flat, keyword) !== undefined),
  );
  return implied?.[0] ?? "string";
}

/** What the author wrote down, for a pattern that only people can solve. */
function exampleOf(flat: JsonObject, { schemas }: Sampling): Json | undefined {
  const examples = own(flat, "examples");
  const candidates = [
    ...(isList(examples) ? examples : isObject(examples) ? Object.values(examples) : []),
    own(flat, "example"),
    own(flat, "default"),
  ];
  return candidates.find((value) => value !== undefined && fits(flat, value, schemas));
}
