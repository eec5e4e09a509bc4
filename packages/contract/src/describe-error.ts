import type { ValidationError } from "./validator.js";

/** Words that start with a vowel's sound. */
const VOWEL = /^[aeio]/;

/** What a value of each format is, where the name of the format does not say it. */
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

/** What the keywords with a limit count. */
const UNITS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  Length: ["character", "characters"],
  Items: ["item", "items"],
  Properties: ["property", "properties"],
};

/** Sentences that say all there is to say. */
const SENTENCES: Readonly<Record<string, string>> = {
  required: "is required",
  depth: "is nested too deeply",
  discriminator: "must name one of the known kinds",
  anyOf: "must fit one of the declared forms",
  not: "must not have this form",
  propertyNames: "has a name that is not allowed",
};

/**
 * What was expected and what was found, as a sentence without its subject: `must be at most 64 characters, has
 * 70`. Never quotes text that the caller sent, never names a schema.
 */
export function describeError(
  { keyword, params, message }: ValidationError,
  value: unknown,
): string {
  const sentence = SENTENCES[keyword];
  if (sentence) {
    return sentence;
  }
  const counted = keyword.slice(3);
  const units = UNITS[counted];
  if (units) {
    const found = countOf(value, counted);
    return `must have at ${keyword.startsWith("min") ? "least" : "most"} ${params.limit} ${units[params.limit === 1 ? 0 : 1]}${found === undefined ? "" : `, has ${found}`}`;
  }
  if (params.comparison) {
    return `must be ${COMPARISONS[String(params.comparison)]} ${params.limit}, is ${value}`;
  }
  switch (keyword) {
    case "dependentRequired":
      return `is required when ${JSON.stringify(params.property)} is there`;
    case "additionalProperties":
    case "unevaluatedProperties":
    case "unevaluatedItems":
    case "false schema":
      return "is not allowed";
    case "type":
      return `must be ${oneOf([params.type].flat().map(withArticle))}, is ${describeType(value)}`;
    case "format":
      return `must be ${FORMATS[String(params.format)] ?? `of the format ${params.format}`}`;
    case "pattern":
      return `must match the pattern ${params.pattern}`;
    case "multipleOf":
      return `must be a multiple of ${params.multipleOf}, is ${value}`;
    case "uniqueItems":
      return `must hold no item twice, items ${params.j} and ${params.i} are equal`;
    case "contains":
      return `must hold ${params.maxContains === undefined ? `at least ${params.minContains}` : `${params.minContains} to ${params.maxContains}`} fitting items`;
    case "enum":
      return `must be ${oneOf([params.allowedValues].flat().map((allowed) => JSON.stringify(allowed)))}`;
    case "const":
      return `must be ${JSON.stringify(params.allowedValue)}`;
    case "oneOf":
      return Array.isArray(params.passingSchemas)
        ? "must fit exactly one of the declared forms, fits several"
        : "must fit one of the declared forms";
    default:
      return message ?? `must satisfy ${keyword}`;
  }
}

/** `["a", "b", "c"]` → `a, b or c`. */
function oneOf(names: readonly string[]): string {
  return names.join(", ").replace(/, ([^,]*)$/, " or $1");
}

/** `string` → `a string`. */
function withArticle(type: unknown): string {
  return type === "null" ? "null" : `${VOWEL.test(String(type)) ? "an" : "a"} ${type}`;
}

function describeType(value: unknown): string {
  return value === undefined
    ? "missing"
    : typeof value === "number" && !Number.isFinite(value)
      ? "a number out of range"
      : withArticle(value === null ? "null" : Array.isArray(value) ? "array" : typeof value);
}

/** Length as JSON Schema counts it: an emoji is one character, not two UTF-16 units. */
function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) {
    count += 1;
  }
  return count;
}

/** Undefined for what cannot be counted. */
function countOf(value: unknown, counted: string): number | undefined {
  return typeof value === "string"
    ? codePoints(value)
    : counted === "Items"
      ? Object(value).length
      : counted === "Length"
        ? undefined
        : Object.keys(Object(value)).length;
}
