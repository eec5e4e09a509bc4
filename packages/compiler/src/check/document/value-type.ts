import type { Json } from "@gatewright/contract";
import { Cursor } from "../../source/cursor.js";
import { grammar } from "../../source/grammar.js";
import { isList, isObject } from "../../source/json-object.js";
import type { NodeKind, Shape } from "../../source/shape.js";
import type { Report } from "../rule.js";
import { type DocumentFacts, quoted, type SourceRule } from "./source-rule.js";

/** Keywords whose values other rules look at, with more to say. */
const ELSEWHERE = new Set(["type", "enum", "exclusiveMinimum", "exclusiveMaximum"]);

export const valueType: SourceRule = {
  code: "GW1021",
  title: "A value has the wrong type",
  severity: "error",
  kinds: "all",
  check(cursor, report, facts, kind) {
    const { fields, others } = grammar[kind];
    for (const [key, value] of Object.entries(cursor.object ?? {})) {
      const isKnown = Object.hasOwn(fields, key);
      const shape = isKnown ? fields[key] : key.startsWith("x-") ? undefined : others;
      const isElsewhere = key === "$ref" || (kind === "schema" && ELSEWHERE.has(key));
      if (shape !== undefined && !isElsewhere && !fitsDeeply(value, shape, facts, key)) {
        const entry = new Cursor(cursor.bundle, value, cursor, key);
        checkShape(entry, shape, report, facts, kind);
      }
    }
  },
};

function checkShape(
  cursor: Cursor,
  shape: Shape,
  report: Report,
  facts: DocumentFacts,
  kind: NodeKind,
): void {
  const { value, key } = cursor;
  if (cursor.isBroken || fits(value, shape, facts, key)) {
    if (typeof shape === "object" && "list" in shape) {
      for (const item of cursor.items()) {
        checkShape(item, shape.list, report, facts, kind);
      }
    } else if (typeof shape === "object" && "map" in shape && !cursor.isBroken) {
      for (const entry of cursor.entries()) {
        checkShape(entry, shape.map, report, facts, kind);
      }
    }
    return;
  }
  report({
    at: cursor.at,
    message: `${quoted(key)} must be ${wanted(shape)}; this is ${nameOf(value)}`,
    fix: fixFor(value, shape, key, kind),
  });
}

/** True when a value and all that its shape says about its members is right: nearly always. */
function fitsDeeply(value: Json, shape: Shape, facts: DocumentFacts, key: string): boolean {
  if (!fits(value, shape, facts, key)) {
    return false;
  }
  if (typeof shape === "object" && "list" in shape && isList(value)) {
    return value.every((item, index) => fitsDeeply(item, shape.list, facts, String(index)));
  }
  if (typeof shape === "object" && "map" in shape && isObject(value)) {
    return Object.entries(value).every(([name, item]) => fitsDeeply(item, shape.map, facts, name));
  }
  return true;
}

function fits(value: Json, shape: Shape, facts: DocumentFacts, key: string): boolean {
  if (shape === "data") {
    return true;
  }
  if (typeof shape === "string") {
    return shape === "integer" ? isCount(value) : typeof value === shape;
  }
  if ("oneOf" in shape) {
    return shape.oneOf.some((each) => fits(value, each, facts, key));
  }
  if ("list" in shape) {
    return isList(value);
  }
  const isSchema = "node" in shape && shape.node === "schema";
  return (
    isObject(value) ||
    (isSchema && typeof value === "boolean" && (facts.version.is31 || key.startsWith("additional")))
  );
}

/** Every integer of the grammar is a count: none of them may be negative. */
function isCount(value: Json): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function wanted(shape: Shape): string {
  if (typeof shape === "string") {
    const names = {
      string: "text",
      boolean: "true or false",
      number: "a number",
      integer: "a whole number, 0 or more",
      data: "anything",
    };
    return names[shape];
  }
  if ("oneOf" in shape) {
    return shape.oneOf.map(wanted).join(" or ");
  }
  if ("list" in shape) {
    return "a list";
  }
  return "node" in shape ? grammar[shape.node].noun : "an object";
}

function nameOf(value: Json): string {
  if (value === null) {
    return "null (nothing is written)";
  }
  if (isList(value)) {
    return "a list";
  }
  if (typeof value === "object") {
    return "an object";
  }
  if (typeof value === "string") {
    return `the text ${quoted(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
  }
  return typeof value === "number" ? `the number ${value}` : String(value);
}

function fixFor(value: Json, shape: Shape, key: string, kind: NodeKind): string {
  if (kind === "schema" && key === "required" && typeof value === "boolean") {
    return 'List the required properties in the object that has them: required: ["name"].';
  }
  if (shape === "string" && (typeof value === "number" || typeof value === "boolean")) {
    return `Put it in quotes: without them YAML reads a ${typeof value === "number" ? "number" : "truth value"}.`;
  }
  if (value === null) {
    return "Give it a value, or remove the field.";
  }
  return "Correct the value.";
}
