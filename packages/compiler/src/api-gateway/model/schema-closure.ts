import type { Schema } from "@gatewright/contract";
import { referenceOf, type SchemaTable } from "../schema-table.js";
import { subschemas } from "./subschemas.js";

/** Answers whether a fact holds anywhere in a schema or in what it references, however far. */
export type Reaches = (schema: Schema) => boolean;

/** `fact` looks at one schema, without what is inside it; of boolean ones, only at those that have a name. */
export function reaches(table: SchemaTable, fact: (schema: Schema) => boolean): Reaches {
  const marked = new Set<string>();
  const referrers = new Map<string, string[]>();
  for (const { name, schema } of table.values()) {
    const { holds, references } = scan(schema, fact);
    if (holds) {
      marked.add(name);
    }
    for (const reference of references) {
      referrers.set(reference, [...(referrers.get(reference) ?? []), name]);
    }
  }
  const queue = [...marked];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const referrer of referrers.get(name) ?? []) {
      if (!marked.has(referrer)) {
        marked.add(referrer);
        queue.push(referrer);
      }
    }
  }
  return (schema) => {
    const { holds, references } = scan(schema, fact);
    return holds || references.some((name) => marked.has(name));
  };
}

function scan(root: Schema, fact: (schema: Schema) => boolean) {
  const references: string[] = [];
  let holds = typeof root === "boolean" && fact(root);
  const queue: Schema[] = [root];
  for (let schema = queue.pop(); schema !== undefined; schema = queue.pop()) {
    if (typeof schema === "boolean") {
      continue;
    }
    holds ||= fact(schema);
    const reference = referenceOf(schema);
    if (reference !== null) {
      references.push(reference);
    }
    queue.push(...subschemas(schema));
  }
  return { holds, references };
}
