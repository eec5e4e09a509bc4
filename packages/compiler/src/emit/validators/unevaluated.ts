import type { JsonObject, Schema } from "@gatewright/contract";
import { EmitError } from "../emit-error.js";
import { referencedName } from "../schema/schema-table.js";
import { isSchema, member, schemaList, schemaMap } from "../schema/subschemas.js";
import type { ValidatorScope } from "./validator-schema.js";

/**
 * Refuses `unevaluatedItems` where ajv does not see which items were evaluated: with `contains` or `items` in a part of
 * the composition, and with any keyword about items in a part that need not hold. (Its own `items`, and `prefixItems`
 * under `allOf`, it does see.)
 */
export function refuseUnseenItems(schema: JsonObject, scope: ValidatorScope): void {
  if (!Object.hasOwn(schema, "unevaluatedItems")) return;
  const { items: _, ...rest } = schema;
  const keyword = unseenItems([rest], scope, { isConditional: false, seen: new Set() });
  if (keyword === null) return;
  throw new EmitError({
    code: "GW3104",
    at: scope.at,
    message: `unevaluatedItems together with "${keyword}" in a part of the same schema cannot be precompiled`,
    fix: `Say what the remaining items are with "items" after "prefixItems", without unevaluatedItems.`,
  });
}

/**
 * `if`, `then` and `else` as two alternatives. ajv counts what `if` has evaluated although it did not hold, so where
 * anything is unevaluated conditions are written in the way that it counts right.
 */
export function conditionAsAlternatives(translated: JsonObject): JsonObject {
  const { if: condition, then = true, else: otherwise = true, ...rest } = translated;
  if (condition === undefined) return translated;
  const alternatives = {
    anyOf: [{ allOf: [condition, then] }, { allOf: [{ not: condition }, otherwise] }],
  };
  const others = schemaList(rest, "allOf");
  return { ...rest, allOf: [...others, alternatives] };
}

interface Path {
  /** True inside of a part that need not hold. */
  readonly isConditional: boolean;
  /** Named schemas on the way here. */
  readonly seen: ReadonlySet<string>;
}

/** The first keyword in schemas, and in what they are made of, whose items ajv would lose sight of. */
function unseenItems(schemas: readonly Schema[], scope: ValidatorScope, path: Path): string | null {
  const keywords = path.isConditional
    ? ["contains", "items", "prefixItems"]
    : ["contains", "items"];
  for (const schema of schemas) {
    if (typeof schema === "boolean") continue;
    const found =
      keywords.find((keyword) => Object.hasOwn(schema, keyword)) ??
      unseenItems(schemaList(schema, "allOf"), scope, path) ??
      unseenItems(conditional(schema), scope, { ...path, isConditional: true }) ??
      unseenBehind(referencedName(schema), scope, path);
    if (found !== null) return found;
  }
  return null;
}

function unseenBehind(name: string | null, scope: ValidatorScope, path: Path): string | null {
  if (name === null || path.seen.has(name)) return null;
  const target = scope.table.find(name)?.schema ?? true;
  return unseenItems([target], scope, { ...path, seen: new Set([...path.seen, name]) });
}

/** The schemas that check the same value as the one that holds them, and need not hold. */
function conditional(schema: JsonObject): readonly Schema[] {
  const lists = ["anyOf", "oneOf"].flatMap((keyword) => schemaList(schema, keyword));
  const single = ["if", "then", "else"].map((keyword) => member(schema, keyword)).filter(isSchema);
  const dependent = schemaMap(schema, "dependentSchemas").map(([, value]) => value);
  return [...lists, ...single, ...dependent];
}
