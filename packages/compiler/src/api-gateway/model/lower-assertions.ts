import type { Json, JsonObject, SourceRef } from "@gatewright/contract";
import { isInteger, type ModelLoss } from "./loss.js";
import { isPortablePattern } from "./portable-pattern.js";

/** Keywords that draft 4 has with the same meaning. */
const SAME = [
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
] as const;

const INT32 = { minimum: -2_147_483_648, maximum: 2_147_483_647 };

/** The keywords that hold no schemas. `relaxed` names properties that this direction leaves out. */
export function lowerAssertions(
  schema: JsonObject,
  at: SourceRef,
  relaxed: ReadonlySet<string>,
  report: (loss: ModelLoss) => void,
): JsonObject {
  const result: Record<string, Json> = {};
  for (const keyword of SAME) {
    const value = Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
    if (value !== undefined) {
      result[keyword] = value;
    }
  }
  return {
    ...result,
    ...lowerValues(schema, at, report),
    ...lowerBounds(schema, at, report),
    ...lowerPattern(schema, at, report),
    ...lowerRequired(schema, relaxed),
  };
}

function lowerValues(
  schema: JsonObject,
  at: SourceRef,
  report: (loss: ModelLoss) => void,
): JsonObject {
  const values = Object.hasOwn(schema, "enum") ? schema.enum : undefined;
  const hasConst = Object.hasOwn(schema, "const");
  if (Array.isArray(values) && (values.length === 0 || hasConst)) {
    report({ code: "GW2078", keyword: "enum", at: `${at}/enum` });
  }
  if (hasConst) {
    return { enum: [schema.const ?? null] };
  }
  return Array.isArray(values) && values.length > 0 ? { enum: distinct(values) } : {};
}

/** Draft 4 wants the values of `enum` to differ. */
function distinct(values: readonly Json[]): readonly Json[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function lowerBounds(
  schema: JsonObject,
  at: SourceRef,
  report: (loss: ModelLoss) => void,
): JsonObject {
  const step = isInteger(schema) ? 1 : 0;
  const range = isInteger(schema) && schema.format === "int32" ? INT32 : null;
  const lowest = [numberOf(schema, "minimum"), range?.minimum];
  const highest = [numberOf(schema, "maximum"), range?.maximum];
  const above = numberOf(schema, "exclusiveMinimum");
  const below = numberOf(schema, "exclusiveMaximum");
  if (above !== undefined) {
    lowest.push(step === 1 ? Math.floor(above) + 1 : above);
  }
  if (below !== undefined) {
    highest.push(step === 1 ? Math.ceil(below) - 1 : below);
  }
  for (const keyword of ["exclusiveMinimum", "exclusiveMaximum"]) {
    if (step === 0 && Object.hasOwn(schema, keyword)) {
      report({ code: "GW2070", keyword, at: `${at}/${keyword}` });
    }
  }
  const minimum = Math.max(...lowest.filter((value) => value !== undefined));
  const maximum = Math.min(...highest.filter((value) => value !== undefined));
  return {
    ...(Number.isFinite(minimum) && { minimum }),
    ...(Number.isFinite(maximum) && { maximum }),
  };
}

function numberOf(schema: JsonObject, keyword: string): number | undefined {
  const value = Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
  return typeof value === "number" ? value : undefined;
}

function lowerPattern(
  schema: JsonObject,
  at: SourceRef,
  report: (loss: ModelLoss) => void,
): JsonObject {
  const pattern = Object.hasOwn(schema, "pattern") ? schema.pattern : undefined;
  if (typeof pattern !== "string") {
    return {};
  }
  if (isPortablePattern(pattern)) {
    return { pattern };
  }
  report({ code: "GW2081", keyword: "pattern", at: `${at}/pattern` });
  return {};
}

function lowerRequired(schema: JsonObject, relaxed: ReadonlySet<string>): JsonObject {
  const list = Object.hasOwn(schema, "required") ? schema.required : undefined;
  const names = (Array.isArray(list) ? list : []).filter((name) => !relaxed.has(String(name)));
  return names.length > 0 ? { required: [...new Set(names)] } : {};
}
