import type { Json, Schema } from "@gatewright/contract";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { it } from "vitest";
import { loadModule } from "../testing/load-module.js";
import { sampleContract, sampleMedia, sampleOperation } from "../testing/sample-contract.js";
import { sampleInput } from "../testing/sample-settings.js";
import { validatorsEmitter } from "./validators.js";

// Not `toString` and `constructor`: ajv's own comparison of constants calls them.
const NAMES = ["a", "b", "hasOwnProperty", "a/b~", "x y", "ä"];
/** A name that a linter takes for a promise's. */
const THEN = "then";
const name = fc.constantFrom(...NAMES);
const scalar = fc.constantFrom<Json[]>(null, true, 0, 1, -2, 2.5, "", "a", "ab", "😀", "a/b~");

const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(name, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const { schema } = fc.letrec<{ schema: Schema; object: Schema }>((tie) => {
  const schemas = fc.array(tie("schema"), { minLength: 1, maxLength: 3 });
  const small = fc.nat({ max: 3 });
  return {
    schema: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<Schema[]>(
        true,
        {},
        { type: "string" },
        { type: "integer" },
        { type: ["null", "boolean"] },
      ),
      fc
        .constantFrom("One", "Two")
        .map((target): Schema => ({ $ref: `#/components/schemas/${target}` })),
      fc.record({ enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }) }),
      fc.record({ const: value }),
      fc.record(
        { minLength: small, maxLength: small, pattern: fc.constantFrom("^a", "b$", "^.$") },
        { requiredKeys: [] },
      ),
      fc.record(
        { minimum: small, exclusiveMaximum: small, multipleOf: fc.constantFrom(1, 0.5) },
        { requiredKeys: [] },
      ),
      tie("object"),
      fc.record(
        {
          type: fc.constant("array"),
          items: tie("schema"),
          maxItems: small,
          uniqueItems: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      // No contains, and no uniqueItems beside prefixItems: ajv itself is wrong about some short arrays.
      fc.record({ prefixItems: schemas, items: tie("schema") }, { requiredKeys: ["prefixItems"] }),
      fc.record({ allOf: schemas }),
      fc.record({ anyOf: schemas }),
      fc.record({ oneOf: schemas }),
      fc.record({ not: tie("schema") }),
      fc.record(
        { if: tie("schema"), [THEN]: tie("schema"), else: tie("schema") },
        { requiredKeys: ["if"] },
      ),
    ),
    object: fc.record(
      {
        type: fc.constant("object"),
        properties: fc.dictionary(name, tie("schema"), { maxKeys: 4, noNullPrototype: true }),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        additionalProperties: tie("schema"),
        patternProperties: fc.dictionary(fc.constantFrom("^a", "y$"), tie("schema"), {
          maxKeys: 1,
          noNullPrototype: true,
        }),
        propertyNames: fc.constantFrom<Schema[]>({ maxLength: 2 }, { pattern: "a" }),
        dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), {
          maxKeys: 1,
          noNullPrototype: true,
        }),
        minProperties: small,
      },
      { requiredKeys: [] },
    ),
  };
});

/** Named schemas that refer to each other behind a property, so that they may be recursive. */
const named = fc.record({ One: schema, Two: schema }).map(({ One, Two }) => ({
  One: { type: ["object", "string"], properties: { a: One } },
  Two: { items: Two },
}));

it("accepts and refuses what ajv does that interprets the schema as it is written", async () => {
  await fc.assert(
    fc.asyncProperty(
      schema,
      named,
      fc.array(value, { minLength: 5, maxLength: 15 }),
      async (root, schemas, values) => {
        const ajv = new Ajv2020({ strict: false, ownProperties: true, validateSchema: false });
        const original = ajv.compile({ allOf: [root], components: { schemas } });
        const operation = sampleOperation("post", {
          requestBody: {
            required: true,
            content: [sampleMedia("application/json", { allOf: [root] })],
            at: "sample.yaml#",
          },
        });
        const files = await validatorsEmitter.emit(
          sampleContract([operation], schemas),
          sampleInput,
        );
        const { requestValidators } = await loadModule(files, "validators.js");
        const validate = Object(requestValidators).post.body["application/json"];
        for (const each of values) {
          if (validate(each) !== original(each)) {
            throw new RangeError(`validators differ on ${JSON.stringify(each)}`);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);
