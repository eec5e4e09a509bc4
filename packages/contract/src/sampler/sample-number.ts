import type { JsonObject } from "../json.js";
import type { Random } from "./random.js";
import { numberAt, own, textAt } from "./schema-object.js";

/** A number between the bounds, a multiple where one is asked for; undefined when there is none. */
export function sampleNumber(schema: JsonObject, random: Random): number | undefined {
  const format = textAt(schema, "format");
  const isWhole = own(schema, "type") === "integer" || format === "int32" || format === "int64";
  const [least, greatest] = bounds(schema, format);
  const step = numberAt(schema, "multipleOf") ?? (isWhole ? 1 : undefined);
  const low = least ?? (greatest === undefined || greatest >= 0 ? 0 : greatest - 100);
  const high = greatest ?? Math.max(low, 0) + 100;
  if (step === undefined) {
    return between(low, high, schema, random);
  }
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  for (let attempt = 0; attempt < 20; attempt++) {
    const value = tidy(random.integer(first, Math.max(first, last)) * step);
    if (isStep(value, step, isWhole) && isWithin(value, schema, low, high)) {
      return value;
    }
  }
  for (let factor = first; factor <= Math.min(last, first + 1000); factor++) {
    const value = tidy(factor * step);
    if (isStep(value, step, isWhole) && isWithin(value, schema, low, high)) {
      return value;
    }
  }
  return undefined;
}

function isStep(value: number, step: number, isWhole: boolean): boolean {
  return Number.isInteger(value / step) && (!isWhole || Number.isInteger(value));
}

/** 0.30000000000000004 → 0.3 */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

/** Two decimals where the range has room for them. */
function between(low: number, high: number, schema: JsonObject, random: Random): number {
  for (let attempt = 0; attempt < 10; attempt++) {
    const value = low + random.next() * (high - low);
    const short = Math.round(value * 100) / 100;
    for (const candidate of [short, value]) {
      if (isWithin(candidate, schema, low, high)) {
        return candidate;
      }
    }
  }
  return low;
}

function isWithin(value: number, schema: JsonObject, low: number, high: number): boolean {
  return (
    value >= low &&
    value <= high &&
    value > (numberAt(schema, "exclusiveMinimum") ?? -Infinity) &&
    value < (numberAt(schema, "exclusiveMaximum") ?? Infinity)
  );
}

function bounds(
  schema: JsonObject,
  format: string | undefined,
): [number | undefined, number | undefined] {
  const isInt32 = format === "int32";
  const least = [numberAt(schema, "minimum"), numberAt(schema, "exclusiveMinimum")];
  const greatest = [numberAt(schema, "maximum"), numberAt(schema, "exclusiveMaximum")];
  const [low, high] = [least, greatest].map((list) => list.filter((bound) => bound !== undefined));
  return [
    low?.length ? Math.max(...low, ...(isInt32 ? [-(2 ** 31)] : [])) : undefined,
    high?.length ? Math.min(...high, ...(isInt32 ? [2 ** 31 - 1] : [])) : undefined,
  ];
}
