import type { JsonObject, Schema } from "@gatewright/contract";
import { describe, expect, it, vi } from "vitest";
import { code } from "../code.js";
import { file } from "../file.js";
import { typeErrors } from "../testing/check-types.js";
import { sampleContract } from "../testing/sample-contract.js";
import { SchemaNames } from "./schema-names.js";
import { SchemaTable } from "./schema-table.js";
import { schemaDeclarations } from "./schema-types.js";
import { typeExpression } from "./type-expression.js";

// A TypeScript program reads the DOM's declarations first, on a busy machine for seconds.
vi.setConfig({ testTimeout: 60_000 });

function declarations(schemas: Readonly<Record<string, Schema>>): string {
  const contract = sampleContract([], schemas);
  const table = new SchemaTable(contract);
  return `${schemaDeclarations(table, new SchemaNames(contract, table))}`;
}

function check(schemas: Readonly<Record<string, Schema>>, test: string): readonly string[] {
  const contract = sampleContract([], schemas);
  const table = new SchemaTable(contract);
  const text = schemaDeclarations(table, new SchemaNames(contract, table));
  return typeErrors([file("schemas.d.ts", code`${text}\n`)], { "test.ts": test });
}

function typeOf(schema: Schema): string {
  const table = new SchemaTable(sampleContract([]));
  const nameOf = (name: string) => name;
  const type = typeExpression(schema, { table, direction: "response", binary: "string", nameOf });
  return type.text.toString().replace(/\s+/g, " ");
}

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

describe("the type of a schema", () => {
  const cases: readonly (readonly [Schema, string])[] = [
    [true, "unknown"],
    [false, "never"],
    [{}, "unknown"],
    [{ description: "anything" }, "unknown"],
    [{ type: "string" }, "string"],
    [{ type: "integer", format: "int64" }, "number"],
    [{ type: ["string", "null"] }, "string | null"],
    [{ enum: ["a", 1, null] }, '"a" | 1 | null'],
    [{ type: "string", enum: ["a", null] }, '"a"'],
    [{ const: { kind: "a" } }, '{ readonly kind: "a" }'],
    [{ const: -1 }, "-1"],
    [{ type: "array", items: { type: "string" } }, "readonly string[]"],
    [{ items: { type: ["string", "null"] } }, "readonly (string | null)[]"],
    [{ type: "array" }, "readonly unknown[]"],
    [
      { prefixItems: [{ type: "string" }, { type: "number" }], minItems: 1 },
      "readonly [string, number?, ...unknown[]]",
    ],
    [{ prefixItems: [{ type: "string" }], minItems: 1, items: false }, "readonly [string]"],
    [
      { type: "object", required: ["a"], properties: { a: { type: "string" }, "b-c": true } },
      '{ readonly a: string; readonly "b-c"?: unknown }',
    ],
    [{ type: "object" }, "{ readonly [name: string]: unknown }"],
    [{ type: "object", additionalProperties: false }, "{ readonly [name: string]: never }"],
    [{ additionalProperties: { type: "number" } }, "{ readonly [name: string]: number }"],
    [
      { properties: { a: { type: "string" } }, additionalProperties: { type: "number" } },
      "{ readonly a?: string; readonly [name: string]: number | string | undefined; }",
    ],
    [
      {
        required: ["a"],
        properties: { a: { type: "string" } },
        additionalProperties: { type: "number" },
      },
      "{ readonly a: string; readonly [name: string]: number | string }",
    ],
    [
      {
        type: "object",
        patternProperties: { "^x": { type: "number" } },
        additionalProperties: false,
      },
      "{ readonly [name: string]: number }",
    ],
    [{ type: "object", required: ["a"] }, "{ readonly a: {} | null }"],
    [{ oneOf: [{ type: "string" }, { type: "number" }, { type: "string" }] }, "string | number"],
    [{ anyOf: [{ type: "string" }, {}] }, "unknown"],
    [
      { allOf: [{ properties: { a: true } }, { oneOf: [{ type: "string" }, { type: "number" }] }] },
      "{ readonly a?: unknown } & (string | number)",
    ],
    [{ type: "object", oneOf: [{ properties: { a: true } }] }, "{ readonly a?: unknown }"],
    [
      { oneOf: [{ oneOf: [{ type: "string" }, { type: "null" }] }, { type: "number" }] },
      "string | null | number",
    ],
  ];
  it.each(cases)("%j", (schema, expected) => {
    expect(typeOf(schema)).toBe(expected);
  });
});

describe("named schemas", () => {
  it("are interfaces where they are objects, with what the author says of them", () => {
    const schema = {
      type: "object",
      description: "A message */ boom()",
      required: ["id"],
      properties: { id: { type: "string", description: "Its id", deprecated: true } },
    };
    expect(declarations({ Message: schema })).toMatchInlineSnapshot(`
      "/** A message *\\/ boom() */
      export interface Message {
        /**
         * Its id
         * @deprecated
         */
        readonly id: string;
      }"
    `);
  });

  it("have one type when both directions are the same, two when they are not", () => {
    const text = declarations({
      User: {
        type: "object",
        required: ["id", "name", "password"],
        properties: {
          id: { type: "string", readOnly: true },
          name: { type: "string" },
          password: { type: "string", writeOnly: true },
        },
      },
      Page: { type: "array", items: ref("User") },
      Name: { type: "string" },
    });
    expect(text).toMatchInlineSnapshot(`
      "export interface User {
        readonly id: string;
        readonly name: string;
      }

      export interface UserInput {
        readonly name: string;
        readonly password: string;
      }

      export type Page = readonly User[];

      export type PageInput = readonly UserInput[];

      export type Name = string;"
    `);
  });

  it("do not ask a caller for what another part of the composition declares as readOnly", () => {
    const text = declarations({
      User: {
        allOf: [
          { properties: { id: { readOnly: true }, name: true } },
          { required: ["id", "name"] },
        ],
      },
    });
    expect(text).toContain(
      "export type UserInput = { readonly name?: unknown } & { readonly name: {} | null };",
    );
  });

  it("take another name for input when it is taken", () => {
    const text = declarations({
      User: { type: "object", properties: { id: { readOnly: true } } },
      UserInput: { type: "string" },
    });
    expect(text).toContain("export interface UserInput2 {");
  });

  it("may refer to themselves", () => {
    const schemas = {
      Tree: { type: "object", properties: { children: { type: "array", items: ref("Tree") } } },
      List: { type: "array", items: ref("List") },
      Either: { oneOf: [ref("Tree"), { type: "array", items: ref("Either") }] },
      Self: { anyOf: [ref("Self"), { type: "string" }] },
    };
    const test = `import type { Self, Tree } from "./schemas.js";
export const tree: Tree = { children: [{ children: [] }] };
// @ts-expect-error a tree is no text
export const text: Self = tree;
`;
    expect(check(schemas, test)).toEqual([]);
  });

  it("break the circle of a parent that lists its children, at the child", () => {
    const schemas = {
      Pet: {
        type: "object",
        required: ["kind"],
        properties: { kind: { type: "string" } },
        oneOf: [ref("Cat"), ref("Dog")],
        discriminator: { propertyName: "kind" },
      },
      Cat: {
        allOf: [
          ref("Pet"),
          { type: "object", required: ["lives"], properties: { lives: { type: "integer" } } },
        ],
      },
      Dog: { allOf: [ref("Pet"), { type: "object", properties: { barks: { type: "boolean" } } }] },
    };
    const test = `import type { Cat, Pet } from "./schemas.js";
export const cat: Cat = { kind: "Cat", lives: 9 };
export function lives(pet: Pet): number {
  return pet.kind === "Cat" ? pet.lives : 1;
}
// @ts-expect-error the parent's property is missing
export const incomplete: Cat = { lives: 9 };
`;
    expect(check(schemas, test)).toEqual([]);
  });

  it("narrow by the mapping of their discriminator", () => {
    const pet = (kind: string) => ({
      type: "object",
      required: ["kind", kind],
      properties: { kind: { type: "string" }, [kind]: { type: "number" } },
    });
    const schemas = {
      Pet: {
        oneOf: [ref("Cat"), ref("Dog")],
        discriminator: {
          propertyName: "kind",
          mapping: { c: "#/components/schemas/Cat", d: "#/components/schemas/Dog" },
        },
      },
      Cat: pet("lives"),
      Dog: pet("barks"),
    };
    const test = `import type { Pet } from "./schemas.js";
export function count(pet: Pet): number {
  return pet.kind === "c" ? pet.lives : pet.barks;
}
`;
    expect(check(schemas, test)).toEqual([]);
  });

  it("have properties called like members of Object.prototype", () => {
    const properties = JSON.parse(
      '{ "__proto__": { "type": "string" }, "toString": { "type": "number" } }',
    );
    const schema = { type: "object", required: ["__proto__", "toString"], properties };
    expect(declarations({ Odd: schema })).toContain(
      "readonly __proto__: string;\n  readonly toString: number;",
    );
  });
});
