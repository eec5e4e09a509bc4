import type { Schema, ValueShape } from "@gatewright/contract";
import { describe, expect, it } from "vitest";
import { SchemaTable } from "../schema/schema-table.js";
import { sampleContract } from "../testing/sample-contract.js";
import { valueShape } from "./value-shape.js";

const table = new SchemaTable(
  sampleContract([], {
    Id: { type: "integer" },
    Tree: { type: "object", properties: { left: { $ref: "#/components/schemas/Tree" } } },
  }),
);

describe("valueShape", () => {
  const cases: readonly (readonly [Schema, ValueShape])[] = [
    [{}, "any"],
    [true, "any"],
    [{ type: "string" }, "string"],
    [{ $ref: "#/components/schemas/Id" }, "integer"],
    [{ allOf: [{ $ref: "#/components/schemas/Id" }, { maximum: 3 }] }, "integer"],
    [{ enum: [1, "a"] }, ["integer", "string"]],
    [{ const: true }, "boolean"],
    [{ type: ["string", "null", "integer"] }, ["integer", "null", "string"]],
    [{ anyOf: [{ type: "integer" }, { type: "number" }] }, "number"],
    [{ type: "array", items: { type: "boolean" } }, { items: "boolean" }],
    [
      { oneOf: [{ type: "string" }, { type: "array", items: { type: "integer" } }] },
      { items: "integer" },
    ],
    [{ type: "object", properties: { a: { type: "integer" } } }, { properties: { a: "integer" } }],
    [
      { type: "object", additionalProperties: { type: "integer" } },
      { properties: {}, additional: "integer" },
    ],
    [
      {
        allOf: [
          { properties: { a: { type: "integer" } } },
          { properties: { b: { type: "string" } } },
        ],
      },
      { properties: { a: "integer", b: "string" } },
    ],
  ];
  it.each(cases)("of %j is %j", (schema, expected) => {
    expect(valueShape(schema, table)).toEqual(expected);
  });

  it("ends a recursive schema", () => {
    expect(JSON.stringify(valueShape({ $ref: "#/components/schemas/Tree" }, table))).toBe(
      '{"properties":{"left":{"properties":{"left":{"properties":{"left":{"properties":{"left":"any"}}}}}}}}',
    );
  });
});
