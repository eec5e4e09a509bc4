import type { ValidationError } from "./validator.js";

/** Names of types as a sentence needs them. */
const TYPES: Readonly<Record<string, string>> = {
  string: "a string",
  integer: "an integer",
  number: "a number",
  boolean: "a boolean",
  null: "null",
  array: "an array",
  object: "an object",
};

/** What a value of each format is. */
const FORMATS: Readonly<Record<string, string>> = {
  byte: "base64 text",
  date: "a date such as 2026-01-31",
  "date-time": "a date and time such as 2026-01-31T12:00:00Z",
  time: "a time such as 12:00:00Z",
  email: "an email address",
  hostname: "a host name",
  int32: "an integer of 32 bits",
  int64: "an integer of 64 bits",
  ipv4: "an IPv4 address",
  ipv6: "an IPv6 address",
  uri: "a URI",
  uuid: "a UUID",
};

const COMPARISONS: Readonly<Record<string, string>> = {
  ">=": "at least",
  "<=": "at most",
  ">": "greater than",
  "<": "less than",
};

/**
 * What was expected and what was found, as a sentence without its subject: `must be at most 64 characters, has
 * 70`. Never quotes text that the caller sent, never names a schema.
 */
export function describeError(
  { keyword, params, message }: ValidationError,
  value: unknown,
): string {
  switch (keyword) {
    case "required":
      return "is required";
    case "dependentRequired":
      return `is required when ${JSON.stringify(params.property)} is there`;
    case "additionalProperties":
    case "unevaluatedProperties":
    case "unevaluatedItems":
    case "false schema":
      return "is not allowed";
    case "type":
      return `must be ${oneOf([params.type].flat().map((type) => TYPES[String(type)] ?? String(type)))}, is ${describeType(value)}`;
    case "format":
      return `must be ${FORMATS[String(params.format)] ?? `of the format ${params.format}`}`;
    case "pattern":
      return `must match the pattern ${params.pattern}`;
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return `must be ${COMPARISONS[String(params.comparison)] ?? params.comparison} ${params.limit}, is ${value}`;
    case "multipleOf":
      return `must be a multiple of ${params.multipleOf}, is ${value}`;
    case "minLength":
    case "maxLength":
      return limit(
        keyword,
        params.limit,
        "character",
        typeof value === "string" ? codePoints(value) : "",
      );
    case "minItems":
    case "maxItems":
      return limit(keyword, params.limit, "item", Array.isArray(value) ? value.length : "");
    case "minProperties":
    case "maxProperties":
      return limit(keyword, params.limit, "propert", Object.keys(Object(value)).length);
    case "uniqueItems":
      return `must hold no item twice, items ${params.j} and ${params.i} are equal`;
    case "contains":
      return `must hold ${params.maxContains === undefined ? `at least ${params.minContains}` : `${params.minContains} to ${params.maxContains}`} fitting items`;
    case "enum":
      return `must be ${oneOf([params.allowedValues].flat().map((allowed) => JSON.stringify(allowed)))}`;
    case "const":
      return `must be ${JSON.stringify(params.allowedValue)}`;
    case "discriminator":
      return `must name one of the known kinds`;
    case "oneOf":
      return Array.isArray(params.passingSchemas)
        ? "must fit exactly one of the declared forms, fits several"
        : "must fit one of the declared forms";
    case "anyOf":
      return "must fit one of the declared forms";
    case "not":
      return "must not have this form";
    case "propertyNames":
      return "has a name that is not allowed";
    default:
      return message ?? `must satisfy ${keyword}`;
  }
}

/** `["a", "b", "c"]` → `a, b or c`. */
function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} or ${last}`;
}

function describeType(value: unknown): string {
  return value === null
    ? "null"
    : Array.isArray(value)
      ? "an array"
      : typeof value === "number" && !Number.isFinite(value)
        ? "a number out of range"
        : (TYPES[typeof value] ?? "missing");
}

function limit(keyword: string, bound: unknown, unit: string, found: number | ""): string {
  const ending = unit === "propert" ? (bound === 1 ? "y" : "ies") : bound === 1 ? "" : "s";
  const has = found === "" ? "" : `, has ${found}`;
  return `must have at ${keyword.startsWith("min") ? "least" : "most"} ${bound} ${unit}${ending}${has}`;
}

/** Length as JSON Schema counts it: an emoji is one character, not two UTF-16 units. */
function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) {
    count += 1;
  }
  return count;
}
