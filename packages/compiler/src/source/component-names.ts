import { pointerOf, type SourcePlace } from "./place.js";
import { pointerTokens } from "./source-ref.js";

/** Pointer steps that say where something stands, not what it is. */
const STRUCTURE = new Set([
  "paths",
  "components",
  "schemas",
  "responses",
  "parameters",
  "content",
  "schema",
  "properties",
  "definitions",
  "$defs",
  "requestBody",
  "requestBodies",
  "headers",
  "callbacks",
  "examples",
  "links",
  "securitySchemes",
]);

/**
 * A component name for something that has none where it stands: the last step of the pointer when that is a
 * name, else the steps that mean something; a whole file goes by its name.
 */
export function deriveComponentName(place: SourcePlace): string {
  const tokens = pointerTokens(pointerOf(place)) ?? [];
  const last = tokens.at(-1);
  if (last === undefined) {
    return clean(place.file.path.replace(/^.*\//, "").replace(/\.[^.]*$/, "")) || "Component";
  }
  const holder = tokens.at(-2) ?? "";
  const isNamed = tokens.length === 1 || (tokens.length <= 3 && STRUCTURE.has(holder));
  if (isNamed && !/^\d+$/.test(last)) {
    return clean(last) || "Component";
  }
  const words = tokens
    .filter((token) => !STRUCTURE.has(token) && !token.includes("application/"))
    .flatMap((token) => token.split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("") || "Component";
}

/** What a component may be called: letters, digits, `.`, `_`, `-`. */
function clean(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, "_").replace(/^_+|_+$/g, "");
}

/** `name`, or the first of `name2`, `name3`, … that is free. */
export function uniqueName(name: string, isTaken: (name: string) => boolean): string {
  let candidate = name;
  for (let number = 2; isTaken(candidate); number += 1) {
    candidate = `${name}${number}`;
  }
  return candidate;
}
