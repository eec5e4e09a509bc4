import type { Schema } from "@gatewright/contract";
import { referencedName, type SchemaTable } from "./schema-table.js";
import { schemaList } from "./subschemas.js";

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * References that a type alias cannot hold at its top, because they lead back to it without a property or
 * a list in between: TypeScript refuses `type Pet = Cat | Dog; type Cat = Pet & { … }`. Where there is a
 * choice it is the reference inside `allOf` (the child's to its parent) that has to go.
 */
export function circularReferences(table: SchemaTable): Graph {
  const everything = graphOf(table, (schema) => topReferences(schema, true));
  const alternatives = graphOf(table, (schema) => topReferences(schema, false));
  const reach = reachOf(everything);
  const reachByAlternatives = reachOf(alternatives);
  const isCircular = (from: string, to: string): boolean => {
    if (!reach.get(to)?.has(from)) return false;
    return !alternatives.get(from)?.has(to) || reachByAlternatives.get(to)?.has(from) === true;
  };
  return new Map(
    [...everything].map(([name, used]) => [
      name,
      new Set([...used].filter((target) => isCircular(name, target))),
    ]),
  );
}

function topReferences(schema: Schema, withAllOf: boolean): readonly string[] {
  if (typeof schema === "boolean") return [];
  const name = referencedName(schema);
  const keywords = withAllOf ? ["allOf", "anyOf", "oneOf"] : ["anyOf", "oneOf"];
  const parts = keywords.flatMap((keyword) => schemaList(schema, keyword));
  const inner = parts.flatMap((part) => topReferences(part, withAllOf));
  return name === null ? inner : [name, ...inner];
}

function graphOf(table: SchemaTable, edges: (schema: Schema) => readonly string[]): Graph {
  return new Map(table.all.map(({ name, schema }) => [name, new Set(edges(schema))]));
}

function reachOf(graph: Graph): Graph {
  const reach = new Map<string, ReadonlySet<string>>();
  for (const [name, direct] of graph) {
    const found = new Set(direct);
    for (const next of found) {
      for (const further of graph.get(next) ?? []) found.add(further);
    }
    reach.set(name, found);
  }
  return reach;
}
