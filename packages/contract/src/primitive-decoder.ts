import type { PrimitiveName } from "./operation-row.js";

/** A number as JSON writes it: no leading zero, no `+`, no hexadecimal, no space. Source: RFC 8259 §6. */
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** What text says where one type is declared: `"3"` → `3`. Undefined when the text does not fit. */
export function decodeAs(
  text: string,
  name: PrimitiveName,
): string | number | boolean | null | undefined {
  switch (name) {
    case "integer":
    case "number": {
      const value = JSON_NUMBER.test(text) ? Number(text) : Number.NaN;
      return Number.isFinite(value) && (name === "number" || Number.isInteger(value))
        ? value
        : undefined;
    }
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "null":
      return text === "null" ? null : undefined;
    default:
      return text;
  }
}

/** Sets an own property whatever its name: plain assignment to `__proto__` would set the prototype. */
export function setOwn(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name === "__proto__") {
    Object.defineProperty(target, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    target[name] = value;
  }
}
