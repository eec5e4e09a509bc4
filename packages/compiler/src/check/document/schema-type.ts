import type { Json } from "@gatewright/contract";
import { isList } from "../../source/json-object.js";
import { nearestName } from "../../source/nearest-name.js";
import { alternatives, quoted, type SourceRule } from "./source-rule.js";

const TYPES = ["string", "number", "integer", "boolean", "array", "object"];

/** What other languages call the types. */
const ALIASES: Readonly<Record<string, string>> = {
  int: "integer",
  long: "integer",
  int32: "integer",
  int64: "integer",
  float: "number",
  double: "number",
  decimal: "number",
  bool: "boolean",
  str: "string",
  text: "string",
  date: "string with format: date",
  "date-time": "string with format: date-time",
  datetime: "string with format: date-time",
  uuid: "string with format: uuid",
  file: "string with format: binary",
  list: "array",
  map: "object",
  dict: "object",
};

export const schemaType: SourceRule = {
  code: "GW1040",
  title: "A schema has an unknown type",
  severity: "error",
  kinds: ["schema"],
  check(cursor, report, { version }) {
    const type = cursor.get("type");
    if (!type) {
      return;
    }
    const known = version.is31 ? [...TYPES, "null"] : TYPES;
    const isSeveral = isList(type.value);
    if (isSeveral && !version.is31) {
      report({
        at: type.at,
        message: "a schema has one type in OpenAPI 3.0; this is a list",
        fix: 'Use "nullable: true" for null and anyOf for other choices, or use OpenAPI 3.1.',
      });
      return;
    }
    for (const each of isSeveral ? type.items() : [type]) {
      if (typeof each.value !== "string" || !known.includes(each.value)) {
        report({
          at: each.at,
          message: `${textOf(each.value)} is not a type of schemas (${alternatives(known)})`,
          fix: fixFor(each.value, known, version.is31),
        });
      }
    }
  },
};

function textOf(value: Json): string {
  return typeof value === "string" ? quoted(value) : JSON.stringify(value);
}

function fixFor(value: Json, known: readonly string[], is31: boolean): string {
  if (typeof value !== "string") {
    return `Write ${alternatives(known)}.`;
  }
  if (value === "null" && !is31) {
    return 'Write "nullable: true" beside the type, or use OpenAPI 3.1.';
  }
  const alias = Object.hasOwn(ALIASES, value.toLowerCase())
    ? ALIASES[value.toLowerCase()]
    : undefined;
  const nearest = alias ?? nearestName(value, known);
  return nearest ? `Did you mean ${nearest}?` : `Use ${alternatives(known)}.`;
}
