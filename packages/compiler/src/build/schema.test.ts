import type { JsonObject } from "@gatewright/contract";
import { describe, expect, it } from "vitest";
import { SchemaBuilder } from "./schema.js";

const from30 = (schema: JsonObject) => new SchemaBuilder(false, new WeakSet()).build(schema);
const from31 = (schema: JsonObject) => new SchemaBuilder(true, new WeakSet()).build(schema);

describe("schemas of OpenAPI 3.0", () => {
  it("turns nullable into a type, an enum member or a choice", () => {
    expect(from30({ type: "string", nullable: true })).toEqual({ type: ["string", "null"] });
    expect(from30({ type: "string", nullable: true, enum: ["a"] })).toEqual({
      type: ["string", "null"],
      enum: ["a", null],
    });
    expect(
      from30({ nullable: true, description: "d", allOf: [{ $ref: "#/components/schemas/A" }] }),
    ).toEqual({
      description: "d",
      anyOf: [{ allOf: [{ $ref: "#/components/schemas/A" }] }, { type: "null" }],
    });
    expect(from30({ type: "string", nullable: false })).toEqual({ type: "string" });
  });

  it("turns exclusive flags into bounds", () => {
    expect(
      from30({ minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false }),
    ).toEqual({ exclusiveMinimum: 1, maximum: 9 });
  });

  it("drops what stands beside $ref", () => {
    expect(from30({ $ref: "#/components/schemas/A", nullable: true })).toEqual({
      $ref: "#/components/schemas/A",
    });
  });

  it("drops keywords that 3.0 does not have", () => {
    expect(from30({ type: "string", const: "a", if: {}, patternProperties: {} })).toEqual({
      type: "string",
    });
  });

  it("keeps an example as one of the examples", () => {
    expect(from30({ type: "string", example: "a" })).toEqual({ type: "string", examples: ["a"] });
  });
});

describe("schemas of OpenAPI 3.1", () => {
  it("keeps the keywords of JSON Schema 2020-12 and what stands beside $ref", () => {
    const schema = {
      $ref: "#/components/schemas/A",
      type: ["string", "null"],
      const: null,
      prefixItems: [true, { type: "string" }],
      unevaluatedProperties: false,
      dependentRequired: { a: ["b"] },
    };
    expect(from31(schema)).toEqual(schema);
  });

  it("drops what is no keyword: $async above all, and nullable", () => {
    expect(
      from31({ $async: true, nullable: true, "x-note": 1, xml: {}, $comment: "c", type: "string" }),
    ).toEqual({ type: "string" });
  });

  it("keeps properties with any name, __proto__ and $ref among them", () => {
    const properties = JSON.parse('{"__proto__": {"type": "string"}, "$ref": {"type": "string"}}');
    const built = from31({ properties });
    expect(JSON.stringify(built)).toBe(JSON.stringify({ properties }));
  });

  it("drops keywords whose value is none that they take", () => {
    expect(from31({ minLength: "3", required: true, properties: [], allOf: {}, type: 7 })).toEqual(
      {},
    );
  });

  it("allows nothing where an enum is empty, and counts a repeated member once", () => {
    expect(from31({ enum: [] })).toEqual({ not: {} });
    expect(from31({ enum: [1, 2, 1] })).toEqual({ enum: [1, 2] });
  });

  it("leaves data alone", () => {
    const data = { $ref: "nowhere.yaml", nullable: true };
    expect(from31({ const: data, default: data, enum: [data], examples: [data] })).toEqual({
      const: data,
      default: data,
      enum: [data],
      examples: [data],
    });
  });
});
