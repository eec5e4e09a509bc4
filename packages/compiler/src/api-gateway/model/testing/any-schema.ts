import type { Json, JsonObject, Schema } from "@gatewright/contract";
import fc from "fast-check";

/** A literal with the second of them would look like a promise. */
const CONDITIONAL = ["if", "then"];
const PROPERTY_NAMES = ["a", "b", "c"];
const STRINGS = ["", "a", "ab", "abc", " ", "2020-01-01", "x1"];
const NUMBERS = [-2, -1, 0, 1, 2, 3, 0.5, 2.5];

/** Values that small schemas tell apart. */
export const anyValue: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom<Json>(null, true, false, ...STRINGS, ...NUMBERS),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...PROPERTY_NAMES, "d"), tie("value"), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).value;

const small = fc.integer({ min: 0, max: 3 });
const number = fc.constantFrom(...NUMBERS);
const type = fc.constantFrom("string", "integer", "number", "boolean", "array", "object", "null");

/** Keywords without schemas inside. */
const assertions: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record({ type }),
  fc.record({ type: fc.uniqueArray(type, { minLength: 1, maxLength: 3 }) }),
  fc.record({ const: fc.constantFrom<Json>(null, true, "a", 1, "") }),
  fc.record({
    enum: fc.uniqueArray(fc.constantFrom<Json>(null, "a", "ab", 1, 2, true), { minLength: 1 }),
  }),
  fc.record({ minLength: small, maxLength: small }, { requiredKeys: [] }),
  fc.record({ pattern: fc.constantFrom("^a", "^[a-z]+$", "^\\s*$", "(?=a)", "\\d") }),
  fc.record({ format: fc.constantFrom("date", "uuid", "int32") }),
  fc.record({ minimum: number, exclusiveMaximum: number }, { requiredKeys: [] }),
  fc.record(
    { type: fc.constant("integer"), exclusiveMinimum: number, exclusiveMaximum: number },
    { requiredKeys: ["type"] },
  ),
  fc.record({ multipleOf: fc.constantFrom(1, 2, 0.5) }),
  fc.record({ minItems: small, maxItems: small, uniqueItems: fc.boolean() }, { requiredKeys: [] }),
  fc.record({ minProperties: small, maxProperties: small }, { requiredKeys: [] }),
  fc.record({ required: fc.uniqueArray(fc.constantFrom(...PROPERTY_NAMES), { minLength: 1 }) }),
);

/** Named schemas and one at the root; references in place lead to later names only, so none goes round at once. */
export const anySchemas: fc.Arbitrary<{ root: Schema; schemas: Record<string, Schema> }> = fc
  .tuple(schemaUpTo(0), schemaUpTo(1), schemaUpTo(2), schemaUpTo(3))
  .map(([root, First, Second, Third]) => ({ root, schemas: { First, Second, Third } }));

function schemaUpTo(index: number): fc.Arbitrary<Schema> {
  const names = ["First", "Second", "Third"];
  const references = (from: number) =>
    names.slice(from).map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const leaf: fc.Arbitrary<Schema> = fc.oneof(
    fc.constantFrom<Schema>(true, false, {}),
    assertions,
    assertions,
    fc.tuple(assertions, assertions).map(([one, other]) => ({ ...other, ...one })),
  );
  const withReferences = (from: number): fc.Arbitrary<Schema> =>
    references(from).length === 0
      ? leaf
      : fc.oneof(leaf, fc.constantFrom<Schema>(...references(from)));
  const inner = withReferences(0);
  const inPlace = withReferences(index);
  return fc.letrec<{ schema: Schema }>((tie) => {
    const branch = fc.oneof(tie("schema"), inPlace);
    const child = fc.oneof(tie("schema"), inner);
    const branches = fc.array(branch, { minLength: 1, maxLength: 3 });
    const properties = fc.dictionary(fc.constantFrom(...PROPERTY_NAMES), child, {
      maxKeys: 3,
      noNullPrototype: true,
    });
    return {
      schema: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        leaf,
        inPlace,
        fc.record(
          { properties, additionalProperties: child, type: fc.constant("object") },
          { requiredKeys: ["properties"] },
        ),
        fc.record({ properties, additionalProperties: fc.constant(false) }),
        fc.record({ items: child, type: fc.constant("array") }, { requiredKeys: ["items"] }),
        fc.record(
          { prefixItems: fc.array(child, { minLength: 1, maxLength: 2 }), items: child },
          { requiredKeys: ["prefixItems"] },
        ),
        fc.record({
          patternProperties: fc.constant({ "^a": { type: "string" } }),
          additionalProperties: fc.constant(false),
        }),
        fc.record({ allOf: branches }),
        fc.record({ anyOf: branches, type }, { requiredKeys: ["anyOf"] }),
        fc.record({ oneOf: branches, anyOf: branches }, { requiredKeys: ["oneOf"] }),
        fc.record({ not: branch }),
        fc
          .tuple(branch, branch)
          .map(([test, consequence]) =>
            Object.fromEntries(
              CONDITIONAL.map((keyword, index) => [keyword, index === 0 ? test : consequence]),
            ),
          ),
        fc.record({ contains: child }),
        fc.record({ dependentRequired: fc.constant({ a: ["b"] }) }),
        fc.record({ propertyNames: fc.constant({ maxLength: 1 }) }),
        fc
          .tuple(inPlace, assertions)
          .map(([one, other]) => (typeof one === "boolean" ? one : { ...other, ...one })),
      ) as fc.Arbitrary<Schema>,
    };
  }).schema;
}
