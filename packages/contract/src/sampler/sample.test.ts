import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formats } from "../formats.js";
import type { Json, JsonObject, Schema } from "../json.js";
import { SampleError, sample } from "./sample.js";

// ajv is a dependency of the compiler; here it only judges what the sampler makes.
const { Ajv2020 } = createRequire(new URL("../../../compiler/package.json", import.meta.url))(
  "ajv/dist/2020.js",
);
const ajv = new Ajv2020({ strict: false, ownProperties: true });
for (const [name, validate] of Object.entries(formats)) {
  ajv.addFormat(name, name.startsWith("int") ? { type: "number", validate } : validate);
}

/** Samples with several seeds, each judged by ajv. */
function samples(schema: Schema, schemas: Record<string, Schema> = {}, count = 20): Json[] {
  const rewrite = (value: Json): Json =>
    JSON.parse(JSON.stringify(value).replaceAll("#/components/schemas/", "#/$defs/"));
  const root =
    typeof schema === "boolean"
      ? schema
      : { ...(rewrite(schema) as JsonObject), $defs: rewrite(schemas) };
  const validate = ajv.compile(root);
  return Array.from({ length: count }, (_, index) => {
    const value = sample(schema, { schemas, seed: index + 1 });
    expect(validate(value), `${JSON.stringify(value)}: ${JSON.stringify(validate.errors)}`).toBe(
      true,
    );
    return value;
  });
}

describe("sample", () => {
  it("gives the same value for the same seed and another for another", () => {
    const schema = {
      type: "object",
      required: ["id"],
      properties: { id: { type: "string", format: "uuid" } },
    };
    expect(sample(schema, { seed: 7 })).toEqual(sample(schema, { seed: 7 }));
    expect(sample(schema, { seed: 7 })).not.toEqual(sample(schema, { seed: 8 }));
  });

  it.each(Object.keys(formats))("keeps the format %s", (format) => {
    samples({ type: format.startsWith("int") ? "integer" : "string", format });
  });

  it.each([
    { format: "email", maxLength: 8 },
    { format: "email", minLength: 40, maxLength: 64 },
    { format: "uri", maxLength: 12 },
    { format: "uri", minLength: 60 },
    { format: "hostname", minLength: 30, maxLength: 40 },
    { format: "byte", minLength: 10 },
    { format: "uuid", pattern: "^[0-9a-f-]+$" },
  ])("keeps a format and a length: %j", (schema) => {
    samples({ type: "string", ...schema });
  });

  it.each([
    "^[0-7][0-9A-HJKMNP-TV-Z]{25}$",
    "^[A-Za-z0-9_-]+$",
    "^\\d{3}-\\d{4}$",
    "^(?:red|green|blue)$",
    "^(\\w)\\1$",
    "^(?<quote>['\"])x\\k<quote>$",
    "^[^a-z]{2}$",
    "^\\p{Lu}\\p{Ll}+$",
    "^#[0-9a-f]{6}$",
    "^/messages/[A-Z]+$",
    "^\\+[1-9]\\d{1,14}$",
    "(ab)+c?",
    "^[\\w.+-]+@[\\w-]+\\.[a-z]{2,}$",
    "^v?\\d+(?:\\.\\d+){2}(?:-[a-z]+)?$",
    "^\\u0041\\x42\\u{43}$",
    "^[\\d\\-]{4}$",
    "^(?=.*\\d)[a-z\\d]{2,3}$",
    "^\\S+ \\S+$",
    "^$",
  ])("keeps the pattern %s", (pattern) => {
    samples({ type: "string", pattern });
  });

  it("keeps a pattern together with a length", () => {
    samples({ type: "string", pattern: "^[a-z]+$", minLength: 30, maxLength: 32 });
    samples({ type: "string", pattern: "x", minLength: 12, maxLength: 12 });
  });

  it("counts lengths in code points", () => {
    samples({ type: "string", pattern: "^\u{1F600}+$", minLength: 3, maxLength: 3 });
  });

  it.each([
    { type: "integer", minimum: 5, maximum: 5 },
    { type: "integer", exclusiveMinimum: 5, exclusiveMaximum: 7 },
    { type: "integer", multipleOf: 7, minimum: 8, maximum: 20 },
    { type: "number", multipleOf: 0.01, minimum: 0.5, maximum: 9 },
    { type: "number", multipleOf: 0.1 },
    { type: "number", exclusiveMinimum: 0, maximum: 0.001 },
    { type: "number", maximum: -10 },
    { type: "integer", minimum: 1e15 },
    { type: "integer", multipleOf: 2.5 },
  ])("keeps bounds and steps: %j", (schema) => {
    samples(schema);
  });

  it.each([
    { type: "array", items: { type: "integer" }, minItems: 4, maxItems: 5 },
    { type: "array", items: { enum: ["a", "b", "c"] }, minItems: 3, uniqueItems: true },
    {
      type: "array",
      prefixItems: [{ type: "string" }, { type: "integer" }],
      items: false,
      minItems: 2,
    },
    { type: "array", contains: { const: 5 }, items: { type: "integer" }, minContains: 2 },
    { type: "array", items: { type: "boolean" }, maxItems: 0 },
    { type: "array" },
  ])("keeps the shape of lists: %j", (schema) => {
    samples(schema);
  });

  it.each([
    { type: "object", minProperties: 3 },
    {
      type: "object",
      minProperties: 2,
      maxProperties: 2,
      properties: { a: true, b: true, c: true },
    },
    { type: "object", additionalProperties: { type: "integer" }, minProperties: 1 },
    {
      type: "object",
      patternProperties: { "^x-": { type: "string" } },
      additionalProperties: false,
      minProperties: 1,
    },
    { type: "object", propertyNames: { pattern: "^[a-z]{3}$" }, minProperties: 2 },
    {
      type: "object",
      properties: { a: { type: "string" }, b: { type: "string" } },
      dependentRequired: { a: ["b"] },
    },
    { type: "object", required: ["undeclared"] },
    { type: "object", properties: { a: false, b: { type: "string" } } },
  ])("keeps the shape of objects: %j", (schema) => {
    samples(schema);
  });

  it("keeps properties called __proto__, constructor and toString", () => {
    const properties = JSON.parse(
      '{"__proto__":{"type":"integer"},"constructor":{"type":"integer"},"toString":{"type":"integer"}}',
    );
    for (const value of samples({
      type: "object",
      required: Object.keys(properties),
      properties,
    })) {
      expect(Object.keys(Object(value)).sort()).toEqual(["__proto__", "constructor", "toString"]);
    }
  });

  it.each([
    {
      allOf: [
        { type: "object", required: ["a"], properties: { a: { type: "string", minLength: 3 } } },
        { properties: { a: { maxLength: 5 } } },
      ],
    },
    {
      oneOf: [
        { type: "string", const: "x" },
        { type: "integer", minimum: 3 },
      ],
    },
    {
      oneOf: [
        { type: "integer", multipleOf: 2 },
        { type: "integer", multipleOf: 3 },
      ],
    },
    {
      anyOf: [
        { type: "object", required: ["a"] },
        { type: "object", required: ["b"] },
      ],
      type: "object",
      properties: { a: { const: 1 }, b: { const: 2 } },
    },
    { type: "integer", minimum: 0, maximum: 10, not: { enum: [0, 1, 2, 3, 4] } },
    {
      type: "object",
      properties: { kind: { enum: ["a", "b"] }, size: { type: "integer" } },
      required: ["kind"],
      if: { properties: { kind: { const: "a" } } },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: { required: ["size"] },
      else: { properties: { size: false } },
    },
    { type: ["string", "null"], minLength: 2 },
    { allOf: [{ type: ["integer", "string"] }, { type: "number" }] },
    { allOf: [{ enum: [1, 2, 3] }, { enum: [3, 4] }] },
    { allOf: [{ multipleOf: 4, type: "integer" }, { multipleOf: 6 }], minimum: 1 },
    {
      allOf: [
        { type: "object", additionalProperties: { type: "integer" } },
        { required: ["n"], properties: { n: {} } },
      ],
    },
  ])("keeps combinations: %j", (schema) => {
    samples(schema as Schema);
  });

  it("ends recursion", () => {
    const schemas = {
      Tree: {
        type: "object",
        required: ["children"],
        properties: {
          children: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
          parent: { $ref: "#/components/schemas/Tree" },
        },
      },
      Expression: {
        oneOf: [
          {
            type: "object",
            required: ["left", "right"],
            properties: {
              left: { $ref: "#/components/schemas/Expression" },
              right: { $ref: "#/components/schemas/Expression" },
            },
            additionalProperties: false,
          },
          { type: "integer" },
        ],
      },
      "a/b~c": { type: "string", const: "escaped" },
    };
    samples({ $ref: "#/components/schemas/Tree" }, schemas);
    samples({ $ref: "#/components/schemas/Expression" }, schemas);
    expect(sample({ $ref: "#/components/schemas/a~1b~0c" }, { schemas })).toBe("escaped");
  });

  it("leaves writeOnly properties out of responses and readOnly ones out of requests", () => {
    const schema = {
      type: "object",
      minProperties: 1,
      properties: {
        id: { type: "string", readOnly: true },
        secret: { type: "string", writeOnly: true },
        name: { type: "string" },
      },
      required: ["name"],
    };
    for (let seed = 0; seed < 20; seed++) {
      expect(sample(schema, { seed, direction: "response" })).not.toHaveProperty("secret");
      expect(sample(schema, { seed, direction: "request" })).not.toHaveProperty("id");
    }
  });

  it("throws a SampleError for a schema that contradicts itself", () => {
    expect(() => sample({ type: "integer", minimum: 3, maximum: 2 })).toThrow(SampleError);
    expect(() => sample(false)).toThrow(SampleError);
    expect(() =>
      sample(
        { $ref: "#/components/schemas/A" },
        {
          schemas: {
            A: {
              type: "object",
              required: ["a"],
              properties: { a: { $ref: "#/components/schemas/A" } },
            },
          },
        },
      ),
    ).toThrow(SampleError);
  });

  it("makes values that ajv accepts, for random schemas", () => {
    fc.assert(
      fc.property(schemaArbitrary, fc.integer({ min: 0, max: 1000 }), (schema, seed) => {
        const validate = ajv.compile(schema);
        let value: Json;
        try {
          value = sample(schema, { seed });
        } catch (error) {
          // A random schema may contradict itself; it must then be the sampler's own error.
          expect(error).toBeInstanceOf(SampleError);
          return;
        }
        expect(validate(value), JSON.stringify({ schema, value, errors: validate.errors })).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });
});

const { schema: schemaArbitrary } = fc.letrec<{ schema: JsonObject; leaf: JsonObject }>((tie) => ({
  leaf: fc.oneof(
    fc.record(
      {
        type: fc.constant("integer"),
        minimum: fc.integer({ min: -50, max: 0 }),
        maximum: fc.integer({ min: 0, max: 50 }),
        multipleOf: fc.integer({ min: 1, max: 9 }),
      },
      { requiredKeys: ["type"] },
    ),
    fc.record(
      {
        type: fc.constant("number"),
        exclusiveMinimum: fc.integer({ min: -5, max: 5 }),
        maximum: fc.integer({ min: 6, max: 9 }),
      },
      { requiredKeys: ["type"] },
    ),
    fc.record(
      {
        type: fc.constant("string"),
        minLength: fc.integer({ min: 0, max: 20 }),
        maxLength: fc.integer({ min: 20, max: 40 }),
      },
      { requiredKeys: ["type"] },
    ),
    fc.record({ type: fc.constant("string"), format: fc.constantFrom(...Object.keys(formats)) }),
    fc.record({
      type: fc.constant("string"),
      pattern: fc.constantFrom("^[a-c]{2,5}$", "\\d+", "^(x|yy)z?$"),
    }),
    fc.record({ enum: fc.array(fc.constantFrom("a", 1, null, true), { minLength: 1 }) }),
    fc.constant({ type: "boolean" }),
    fc.constant({ type: ["string", "null"] }),
  ),
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie("leaf"),
    fc.record(
      {
        type: fc.constant("array"),
        items: tie("schema"),
        minItems: fc.integer({ min: 0, max: 2 }),
        maxItems: fc.integer({ min: 2, max: 4 }),
        uniqueItems: fc.boolean(),
      },
      { requiredKeys: ["type", "items"] },
    ) as fc.Arbitrary<JsonObject>,
    fc.record(
      {
        type: fc.constant("object"),
        properties: fc.dictionary(
          // Not toString or valueOf: the deep comparison inside ajv calls them.
          fc.constantFrom("a", "b", "constructor", "hasOwnProperty"),
          tie("schema"),
        ),
        required: fc.uniqueArray(fc.constantFrom("a", "b", "c")),
        additionalProperties: fc.boolean(),
        minProperties: fc.integer({ min: 0, max: 2 }),
      },
      { requiredKeys: ["type", "properties"] },
    ) as fc.Arbitrary<JsonObject>,
    fc.record({
      anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
    }) as fc.Arbitrary<JsonObject>,
    fc.record({
      oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
    }) as fc.Arbitrary<JsonObject>,
    fc.record({
      allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
    }) as fc.Arbitrary<JsonObject>,
  ),
}));
