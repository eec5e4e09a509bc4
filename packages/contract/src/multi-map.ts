import { decodePercent } from "./percent.js";

/**
 * Decoded values by name, in the order in which they were sent: `?tag=a&tag=b` → `{ tag: ["a", "b"] }`. A value
 * that was sent once may stand without a list.
 */
export type MultiMap = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Names and values of `text` at every `separator`, each split at its first `=`. Without a prototype, so that
 * `__proto__` is a name like any other.
 */
function parsePairs(
  text: string,
  separator: string,
  decode: (part: string) => string,
): Record<string, string[]> {
  const map: Record<string, string[]> = Object.create(null);
  for (const part of text.split(separator)) {
    if (part !== "") {
      const equals = part.indexOf("=");
      const name = decode(equals < 0 ? part : part.slice(0, equals));
      const value = equals < 0 ? "" : decode(part.slice(equals + 1));
      const values = map[name];
      if (values) {
        values.push(value);
      } else {
        map[name] = [value];
      }
    }
  }
  return map;
}

/** Reads a query string, without `?`, or an `application/x-www-form-urlencoded` body: `a=1&a=2+3` → `{ a: ["1", "2 3"] }`. */
export function parseQuery(text: string): Readonly<Record<string, readonly string[]>> {
  return parsePairs(text, "&", decodeFormText);
}

/** Undoes the encoding of a query's names and values: `a+b%21` → `a b!`. */
export function decodeFormText(text: string): string {
  return decodePercent(text.includes("+") ? text.replaceAll("+", " ") : text);
}

/** Reads the value of a `Cookie` header: `a=1; b=x%20y` → `{ a: "1", b: "x y" }`. The first of two equal names wins. */
export function parseCookies(header: string): Readonly<Record<string, string>> {
  const cookies: Record<string, string> = Object.create(null);
  const found = parsePairs(header, ";", (part) => decodePercent(part.trim()));
  for (const name in found) {
    cookies[name] = found[name]?.[0] ?? "";
  }
  return cookies;
}
