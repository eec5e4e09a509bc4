import type { Json, NamedSchema, Schema } from "@gatewright/contract";
import { isList, isObject, own, stringOf } from "../../source/json-object.js";
import type { Rule } from "../rule.js";

/** Keywords whose schemas look at the same value again. */
const SAME_VALUE = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"] as const;

/** A schema that applies itself to the same value never comes to an end. */
export const schemaRecursion: Rule = {
  code: "GW1015",
  title: "A schema applies itself without end",
  severity: "error",
  check(contract, report) {
    const byName = new Map(contract.schemas.map((schema) => [schema.name, schema]));
    const done = new Set<NamedSchema>();
    const path: NamedSchema[] = [];

    function visit(named: NamedSchema): void {
      const start = path.indexOf(named);
      if (start >= 0) {
        const circle = path.slice(start);
        report({
          at: named.at,
          isAtKey: true,
          message: `the schema ${JSON.stringify(named.name)} applies itself to the same value without end: ${[...circle, named].map((each) => each.name).join(" → ")}`,
          related: circle.slice(1).map((each) => ({
            at: each.at,
            isAtKey: true as const,
            message: "part of the circle",
          })),
          fix: "Let it refer to itself only inside properties or items.",
        });
        return;
      }
      if (done.has(named)) {
        return;
      }
      path.push(named);
      for (const name of sameValueReferences(named.schema)) {
        const next = byName.get(name);
        if (next) {
          visit(next);
        }
      }
      path.pop();
      done.add(named);
    }

    for (const named of contract.schemas) {
      visit(named);
    }
  },
};

function sameValueReferences(schema: Schema | Json): readonly string[] {
  if (!isObject(schema)) {
    return [];
  }
  const reference = stringOf(schema, "$ref");
  const inner = SAME_VALUE.flatMap((keyword) => {
    const value = own(schema, keyword);
    return (isList(value) ? value : value === undefined ? [] : [value]).flatMap(
      sameValueReferences,
    );
  });
  const name = reference?.replace("#/components/schemas/", "");
  return name === undefined ? inner : [name.replaceAll("~1", "/").replaceAll("~0", "~"), ...inner];
}
