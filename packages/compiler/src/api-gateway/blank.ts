import type { Schema } from "@gatewright/contract";
import { typesOf } from "./schema-types.js";

const BLANKS = ["", " ", "\t", "  ", "   ", " ".repeat(16), " ".repeat(64)];

/** Formats whose values are never blank; the compiler asserts them. */
const SOLID_FORMATS = ["date", "date-time", "time", "uuid", "email", "ipv4", "ipv6", "hostname"];

/**
 * True when no blank text can be a value of the schema. API Gateway refuses a required parameter that is
 * blank, so it may require only those. A reference or a combination is not looked into: false.
 */
export function refusesBlank(schema: Schema): boolean {
  const types = typesOf(schema);
  if (typeof schema === "boolean" || types === null) {
    return false;
  }
  if (types.every((type) => type === "integer" || type === "number" || type === "boolean")) {
    return true;
  }
  if (types.length !== 1 || types[0] !== "string") {
    return false;
  }
  const values = Object.hasOwn(schema, "const") ? [schema.const] : schema.enum;
  if (Array.isArray(values)) {
    return values.every((value) => typeof value === "string" && value.trim() !== "");
  }
  if (typeof schema.format === "string" && SOLID_FORMATS.includes(schema.format)) {
    return true;
  }
  return typeof schema.pattern === "string" && patternRefusesBlank(schema.pattern);
}

function patternRefusesBlank(pattern: string): boolean {
  try {
    const expression = new RegExp(pattern, "u");
    return BLANKS.every((blank) => !expression.test(blank));
  } catch {
    return false;
  }
}
