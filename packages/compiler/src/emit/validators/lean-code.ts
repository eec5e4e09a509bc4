import type { Json } from "@gatewright/contract";
import { literal } from "../code.js";

const LITERAL = String.raw`"(?:[^"\\]|\\.)*"`;
const ACCESS = String.raw`\.[A-Za-z_$][\w$]*|\[(?:\d+|${LITERAL})\]`;
const ADDED = String.raw`if\(vErrors === null\)\{\s*vErrors = \[err\d+\];\s*\}\s*else \{\s*vErrors\.push\(err\d+\);\s*\}`;

/**
 * The places of ajv's code that are written shorter, each with what stands there then. Literals come first and stay, so
 * nothing inside of a text of the document is ever found. Adding an error, five lines each time, becomes a call of
 * `addError`; the error's path in the schema, and what is passed along for keywords that change the value, go:
 * nothing reads them. A value that is read from a schema is written out: the schema would have to be in the bundle.
 */
const PLACES: Readonly<Record<string, readonly [pattern: string, text: string]>> = {
  literal: [LITERAL, ""],
  constant: [String.raw`\bschema\d+(?:${ACCESS})+`, ""],
  unnamed: [String.raw`const err\d+ = \{\};\s*${ADDED}`, "(vErrors ??= []).push({});"],
  start: [
    String.raw`const err\d+ = \{instancePath(?::(?<place>[^\n]*?))?,schemaPath:${LITERAL},keyword:(?<keyword>${LITERAL}),params:`,
    "",
  ],
  schemaPath: [`,schemaPath:${LITERAL}(?=,keyword:)`, ""],
  propertyName: [String.raw`,propertyName:\w+(?=\})`, ""],
  end: [String.raw`\};\s*${ADDED}`, ");"],
  context: [
    String.raw`, ?parentData(?::\w+)?, ?parentDataProperty(?::(?:${LITERAL}|\w+))?, ?rootData(?:=data)?(?=\})`,
    "",
  ],
};

const ANY_PLACE = new RegExp(
  Object.entries(PLACES)
    .map(([name, [pattern]]) => `(?<${name}>${pattern})`)
    .join("|"),
  "g",
);

/** Code of ajv, the same in effect and about half as long. It calls `addError` of `runtime.ts`. */
export function leanCode(code: string): string {
  const schemas = schemaConstants(code);
  return code.replace(ANY_PLACE, (text: string, ...details: unknown[]) => {
    // The last argument is the object of named groups: the expression has some.
    const groups = details.at(-1) as Readonly<Record<string, string | undefined>>;
    if (groups.literal !== undefined) return text;
    if (groups.constant !== undefined) return constantText(text, schemas);
    if (groups.start !== undefined) {
      return `vErrors = addError(vErrors, ${groups.place ?? "instancePath"}, ${groups.keyword}, `;
    }
    const found = Object.keys(PLACES).find((name) => groups[name] !== undefined);
    return found === undefined ? text : (PLACES[found]?.[1] ?? text);
  });
}

/** The value behind `schema7.properties["a-b"].type`, as a literal. */
function constantText(text: string, schemas: ReadonlyMap<string, Json>): string {
  const [name = "", ...steps] = text.match(new RegExp(`^schema\\d+|${ACCESS}`, "g")) ?? [];
  let value: Json | undefined = schemas.get(name);
  for (const step of steps) {
    const key = step.startsWith(".") ? step.slice(1) : String(JSON.parse(step.slice(1, -1)));
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }
  return value === undefined ? text : literal(value, Number.POSITIVE_INFINITY).toString();
}

/** The schemas that ajv writes in front of the functions; each is one line of JSON. */
function schemaConstants(code: string): ReadonlyMap<string, Json> {
  const lines = code.matchAll(/^const (schema\d+) = (.*);$/gm);
  return new Map([...lines].map(([, name = "", text = "null"]) => [name, JSON.parse(text)]));
}
