import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json.js";
import { fits } from "./fits.js";
import { height } from "./height.js";
import { SampleError, sample } from "./sample.js";

describe("the height of a schema", () => {
  it("knows at once that a schema contains itself, however it says so", () => {
    const A = { $ref: "#/components/schemas/A" };
    const endless: readonly JsonObject[] = [
      { type: "object", required: ["a", "b"], properties: { a: A, b: A } },
      { type: "object", required: ["a"], additionalProperties: A },
      { type: "array", minItems: 2, items: A },
      { allOf: [{ type: "object", required: ["a"], properties: { a: { anyOf: [A, A] } } }] },
    ];
    for (const schema of endless) {
      expect(height(schema, { A: schema })).toBe(Number.POSITIVE_INFINITY);
      expect(() => sample(A, { schemas: { A: schema } })).toThrow(SampleError);
    }
    // Two that need each other, told by neither alone.
    const schemas = {
      A: { type: "object", required: ["b"], properties: { b: { $ref: "#/components/schemas/B" } } },
      B: { type: "array", minItems: 1, items: A },
    };
    expect(height(A, schemas)).toBe(Number.POSITIVE_INFINITY);
  });

  it("finds the way out of a recursion that has one", () => {
    const A = { $ref: "#/components/schemas/A" };
    const B = { $ref: "#/components/schemas/B" };
    const ending: readonly JsonObject[] = [
      { type: ["object", "null"], required: ["a"], properties: { a: A } },
      { type: "array", minItems: 1, prefixItems: [{ type: "string" }, A] },
      { type: "array", required: ["a"], properties: { a: A }, items: A },
      { oneOf: [{ type: "array", minItems: 1, items: B }, { type: "string" }] },
    ];
    for (const schema of ending) {
      const schemas = { A: schema, B: { type: "object", required: ["a"], properties: { a: A } } };
      expect(height(A, schemas)).toBeLessThan(2);
      expect(fits(B, sample(B, { schemas }), schemas)).toBe(true);
    }
    const deep = Array.from({ length: 60 }, (_, index) => [
      `S${index}`,
      {
        type: "object",
        required: ["x"],
        properties: { x: { $ref: `#/components/schemas/S${index + 1}` } },
      },
    ]);
    const chain = { ...Object.fromEntries(deep), S60: { type: "string" } };
    expect(height({ $ref: "#/components/schemas/S0" }, chain)).toBe(60);
  });

  it("gives a contradiction up before it costs much", () => {
    const Never = { type: "integer", minimum: 3, maximum: 2 };
    const wide = (depth: number): JsonObject =>
      depth === 0
        ? Never
        : {
            type: "object",
            required: ["a", "b", "c"],
            properties: { a: { type: "string" }, b: wide(depth - 1), c: wide(depth - 1) },
          };
    expect(() => sample(wide(6))).toThrow(SampleError);
  });
});
