import { decodeFormText } from "@gatewright/contract";
import type { RawRequest } from "./raw-request.js";

type Pairs = readonly (readonly [name: string, value: string])[];

/** Names and values of a query string, in order; `decode` is what the source of the event does to each. */
export function queryPairs(
  query: string | null,
  decode: (text: string) => string = decodeFormText,
): Pairs {
  return (query ?? "")
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const equals = part.indexOf("=");
      return equals < 0
        ? [decode(part), ""]
        : [decode(part.slice(0, equals)), decode(part.slice(equals + 1))];
    });
}

/** The last value of each name, or null when there are none: how events 1.0 write single values. */
export function lastValues(pairs: Pairs): Readonly<Record<string, string>> | null {
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
}

/** Every value of each name, or null when there are none: the multi-value maps of events 1.0. */
export function allValues(pairs: Pairs): Readonly<Record<string, readonly string[]>> | null {
  const lists = new Map<string, string[]>();
  for (const [name, value] of pairs) lists.set(name, [...(lists.get(name) ?? []), value]);
  return pairs.length === 0 ? null : Object.fromEntries(lists);
}

/** Values joined with commas: how events 2.0 write what was sent more than once. */
export function joinedValues(pairs: Pairs): Readonly<Record<string, string>> | undefined {
  const lists = allValues(pairs);
  return lists === null
    ? undefined
    : Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.join(",")]));
}

/** Header lines with lower-case names. */
export function lowerCase(headers: RawRequest["headers"]): Pairs {
  return headers.map(([name, value]) => [name.toLowerCase(), value]);
}
