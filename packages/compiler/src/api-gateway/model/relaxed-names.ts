import type { JsonObject, Schema } from "@gatewright/contract";
import { isObject } from "../../source/json-object.js";
import { followReferences, referenceOf, type SchemaTable } from "../schema-table.js";
import { inPlaceSubschemas } from "./subschemas.js";

/** Which way a value travels: a `readOnly` property is not in requests, a `writeOnly` one not in responses. */
export type Direction = "request" | "response";

/** The flag that takes a property out of values of this direction. */
export function absentFlag(direction: Direction): "readOnly" | "writeOnly" {
  return direction === "request" ? "readOnly" : "writeOnly";
}

/** True when the property does not travel this way. */
export function isAbsent(schema: Schema, direction: Direction, table: SchemaTable): boolean {
  const flag = absentFlag(direction);
  const target = followReferences(schema, table);
  const holders = [
    schema,
    target,
    ...(typeof schema === "object" ? inPlaceSubschemas(schema) : []),
  ];
  return holders.some((holder) => typeof holder === "object" && holder[flag] === true);
}

/** Names of properties that do not travel this way, declared by a schema or by what it combines in place. */
export function absentNames(
  schema: Schema,
  direction: Direction,
  table: SchemaTable,
): ReadonlySet<string> {
  const names = new Set<string>();
  visitInPlace(schema, table, ({ properties }) => {
    for (const [name, property] of isObject(properties) ? Object.entries(properties) : []) {
      if (
        (typeof property === "boolean" || isObject(property)) &&
        isAbsent(property, direction, table)
      ) {
        names.add(name);
      }
    }
  });
  return names;
}

/** Names that a schema, or what it combines in place, requires. */
export function requiredNames(schema: Schema, table: SchemaTable): ReadonlySet<string> {
  const names = new Set<string>();
  visitInPlace(schema, table, ({ required }) => {
    for (const name of Array.isArray(required) ? required : []) {
      names.add(String(name));
    }
  });
  return names;
}

function visitInPlace(root: Schema, table: SchemaTable, visit: (schema: JsonObject) => void): void {
  const seen = new Set<string>();
  const queue: Schema[] = [root];
  for (let schema = queue.pop(); schema !== undefined; schema = queue.pop()) {
    if (typeof schema === "boolean") {
      continue;
    }
    visit(schema);
    queue.push(...inPlaceSubschemas(schema));
    const name = referenceOf(schema);
    const target = name === null ? undefined : table.get(name);
    if (name !== null && target !== undefined && !seen.has(name)) {
      seen.add(name);
      queue.push(target.schema);
    }
  }
}
