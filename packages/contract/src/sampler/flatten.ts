import type { Json, JsonObject, Schema } from "../json.js";
import { height } from "./height.js";
import { intersect } from "./intersect.js";
import type { Random } from "./random.js";
import { type SchemaTable, target } from "./references.js";
import { schemaAt, schemasAt } from "./schema-object.js";

const APPLIED = new Set(["$ref", "allOf", "anyOf", "oneOf", "if", "then", "else"]);

export interface FlattenOptions {
  readonly schemas: SchemaTable;
  readonly random: Random;
  /** True where recursion has to end: alternatives that end soonest are taken. */
  readonly isShort: boolean;
}

/**
 * A schema without references and combinations: `allOf` merged in, one alternative of `anyOf` and `oneOf` and
 * one branch of `if` chosen. `false` when the choice contradicts itself; another choice may not.
 */
export function flatten(schema: Schema, options: FlattenOptions, depth = 0): Schema {
  if (typeof schema === "boolean" || depth > 32) {
    return schema;
  }
  const rest = Object.entries(schema).filter(([keyword]) => !APPLIED.has(keyword));
  let flat: Schema = Object.fromEntries<Json>(rest);
  const add = (part: Schema) => {
    flat = intersect(flat, flatten(part, options, depth + 1));
  };
  const referenced = target(schema, options.schemas);
  if (referenced !== undefined) {
    add(referenced);
  }
  schemasAt(schema, "allOf").forEach(add);
  for (const keyword of ["oneOf", "anyOf"]) {
    const chosen = choose(schemasAt(schema, keyword), options);
    if (chosen !== undefined) {
      add(chosen);
    }
  }
  addBranch(schema, options, add);
  return flat;
}

function choose(alternatives: readonly Schema[], options: FlattenOptions): Schema | undefined {
  if (!options.isShort) {
    return options.random.pick(alternatives);
  }
  const heights = alternatives.map((alternative) => height(alternative, options.schemas));
  const least = Math.min(...heights);
  return options.random.pick(alternatives.filter((_, index) => heights[index] === least));
}

function addBranch(
  schema: JsonObject,
  { random }: FlattenOptions,
  add: (part: Schema) => void,
): void {
  const condition = schemaAt(schema, "if");
  if (condition === undefined) {
    return;
  }
  const isThen = random.chance(0.5);
  if (isThen) {
    add(condition);
  }
  add(schemaAt(schema, isThen ? "then" : "else") ?? true);
}
