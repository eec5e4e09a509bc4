import { decodePercent } from "./percent.js";

/** Decoded values by name, in the order in which they were sent: `?tag=a&tag=b` → `{ tag: ["a", "b"] }`. */
export type MultiMap = Readonly<Record<string, readonly string[] | undefined>>;

/** Collects values by name. Without a prototype, so that `__proto__` is a name like any other. */
function collect(pairs: readonly (readonly [string, string])[]): MultiMap {
  const map: Record<string, string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    const values = map[name];
    if (values) {
      values.push(value);
    } else {
      map[name] = [value];
    }
  }
  return map;
}

/** Names and values of `text` at every `separator`, each split at its first `=`. */
function pairsOf(text: string, separator: string, decode: (part: string) => string) {
  const pairs: [string, string][] = [];
  for (const part of text.split(separator)) {
    if (part !== "") {
      const equals = part.indexOf("=");
      pairs.push(
        equals < 0
          ? [decode(part), ""]
          : [decode(part.slice(0, equals)), decode(part.slice(equals + 1))],
      );
    }
  }
  return pairs;
}

/** Reads a query string, without `?`, or an `application/x-www-form-urlencoded` body: `a=1&a=2+3` → `{ a: ["1", "2 3"] }`. */
export function parseQuery(text: string): MultiMap {
  return collect(
    pairsOf(text, "&", (part) =>
      decodePercent(part.includes("+") ? part.replaceAll("+", " ") : part),
    ),
  );
}

/** Reads the value of a `Cookie` header: `a=1; b=x%20y` → `{ a: "1", b: "x y" }`. The first of two equal names wins. */
export function parseCookies(header: string): Readonly<Record<string, string>> {
  const cookies: Record<string, string> = Object.create(null);
  for (const [name, value] of pairsOf(header, ";", (part) => decodePercent(part.trim()))) {
    cookies[name] ??= value;
  }
  return cookies;
}
