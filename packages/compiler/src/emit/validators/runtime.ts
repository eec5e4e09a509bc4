import type { ValidationError } from "@gatewright/contract";

/**
 * What validators call at run time. Each function is complete in itself: its source text is written into
 * `validators.js`, which imports nothing.
 */
export const runtime = {
  /** The list of errors, made with the first one. */
  addError: function addError(
    errors: ValidationError[] | null,
    instancePath: string,
    keyword: string,
    params: Readonly<Record<string, unknown>>,
  ): ValidationError[] {
    const error = { instancePath, keyword, params };
    if (errors === null) return [error];
    errors.push(error);
    return errors;
  },

  /** Length of a text as JSON Schema counts it: in characters, not in UTF-16 units. */
  characterCount: function characterCount(text: string): number {
    let count = text.length;
    for (let index = 0; index < text.length - 1; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) {
        count -= 1;
        index += 1;
      }
    }
    return count;
  },

  /** Equality of JSON values: properties in any order. */
  isEqual: function isEqual(one: unknown, other: unknown): boolean {
    if (one === other) return true;
    if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
    if (Array.isArray(one) !== Array.isArray(other)) return false;
    const names = Object.keys(one);
    return (
      names.length === Object.keys(other).length &&
      names.every(
        (name) =>
          Object.hasOwn(other, name) && isEqual(Reflect.get(one, name), Reflect.get(other, name)),
      )
    );
  },

  /**
   * Indexes of two items that are equal, the later one first; null when all differ. Takes time in proportion to
   * the size of the list, so a long list of objects cannot keep a function busy.
   */
  equalItems: function equalItems(items: readonly unknown[]): readonly [number, number] | null {
    const text = (value: unknown): string => {
      if (Array.isArray(value)) return `[${value.map(text).join()}]`;
      if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
      const members = Object.entries(value).map(
        ([name, inner]) => `${JSON.stringify(name)}:${text(inner)}`,
      );
      return `{${members.sort().join()}}`;
    };
    const seen = new Map<string, number>();
    for (const [index, item] of items.entries()) {
      const key = text(item);
      const first = seen.get(key);
      if (first !== undefined) return [index, first];
      seen.set(key, index);
    }
    return null;
  },

  /** True when a number is a multiple as decimals say it: 19.99 is one of 0.01, although its binary form is not. */
  isMultipleOf: function isMultipleOf(value: number, divisor: number): boolean {
    if (value % divisor === 0) return true;
    if (!Number.isFinite(value)) return false;
    const decimal = (number: number): readonly [bigint, number] => {
      const [digits = "0", exponent = "0"] = String(number).split("e");
      const [whole = "0", fraction = ""] = digits.split(".");
      return [BigInt(whole + fraction), Number(exponent) - fraction.length];
    };
    const [dividend, dividendPower] = decimal(value);
    const [step, stepPower] = decimal(divisor);
    const shift = dividendPower - stepPower;
    const scale = 10n ** BigInt(Math.abs(shift));
    return shift >= 0 ? (dividend * scale) % step === 0n : dividend % (step * scale) === 0n;
  },
} as const;

export type RuntimeName = keyof typeof runtime;
