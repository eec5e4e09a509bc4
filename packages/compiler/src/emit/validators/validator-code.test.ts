import type { Schema } from "@gatewright/contract";
import { describe, expect, it } from "vitest";
import type { EmitError } from "../emit-error.js";
import { bodyErrors, posting, ref, tablesOf } from "../testing/validate.js";

describe("a validator", () => {
  it("lists everything that is wrong, and where", async () => {
    const schema = {
      type: "object",
      required: ["author", "text"],
      additionalProperties: false,
      properties: {
        author: { type: "string", maxLength: 2 },
        tags: { items: { type: "integer" } },
      },
    };
    const errors = await bodyErrors(schema, { author: "abc", tags: [1, "x"], "a/b": 1 });
    expect(errors).toEqual([
      " required",
      "/author maxLength",
      "/tags/1 type",
      " additionalProperties",
    ]);
  });

  it("names an undeclared property among many declared ones", async () => {
    const names = "abcdefghijklmnop".split("");
    const properties = Object.fromEntries(names.map((name) => [name, { type: "integer" }]));
    const schema = { type: "object", additionalProperties: false, properties };
    expect(await bodyErrors(schema, { a: 1, toString: 1, q: 1 })).toEqual([
      " additionalProperties",
      " additionalProperties",
    ]);
    expect(await bodyErrors(schema, { a: 1, p: 1 })).toEqual([]);
  });

  it("takes inherited names for absent and own ones for present", async () => {
    const schema: Schema = JSON.parse(`{
      "type": "object",
      "required": ["toString", "__proto__"],
      "additionalProperties": false,
      "properties": { "toString": { "type": "string" }, "__proto__": { "type": "string" }, "constructor": { "type": "string" } }
    }`);
    expect(await bodyErrors(schema, {})).toEqual([" required", " required"]);
    expect(await bodyErrors(schema, JSON.parse('{ "toString": "a", "__proto__": "b" }'))).toEqual(
      [],
    );
    expect(await bodyErrors(schema, JSON.parse('{ "toString": "a", "__proto__": 1 }'))).toEqual([
      "/__proto__ type",
    ]);
  });

  it("compares constants that have a property called __proto__", async () => {
    const schema: Schema = JSON.parse('{ "const": { "__proto__": 1 } }');
    expect(await bodyErrors(schema, JSON.parse('{ "__proto__": 1 }'))).toEqual([]);
    expect(await bodyErrors(schema, {})).toEqual([" const"]);
    expect(await bodyErrors({ enum: [{ a: [1, { b: 2 }] }] }, { a: [1, { b: 2 }] })).toEqual([]);
  });

  it.each(["number", "integer"])("takes a %s that no double can hold for none", async (type) => {
    for (const text of ["1e999", "-1e999"]) {
      expect(await bodyErrors({ type }, JSON.parse(text))).toEqual([" type"]);
      expect(await bodyErrors({ type: [type, "null"] }, JSON.parse(text))).toEqual([" type"]);
    }
    expect(await bodyErrors({ type }, JSON.parse("1e300"))).toEqual([]);
  });

  it("counts characters, not UTF-16 units", async () => {
    expect(await bodyErrors({ type: "string", maxLength: 2 }, "😀😀")).toEqual([]);
    expect(await bodyErrors({ type: "string", maxLength: 2 }, "😀😀😀")).toEqual([" maxLength"]);
    expect(await bodyErrors({ type: "string", pattern: "^.$" }, "😀")).toEqual([]);
  });

  it("takes multiples as decimals say them", async () => {
    for (const value of [19.99, 0.07, 1e21, 0, -4.35]) {
      expect(await bodyErrors({ multipleOf: 0.01 }, value)).toEqual([]);
    }
    for (const value of [0.001, 19.995, 1e-9]) {
      expect(await bodyErrors({ multipleOf: 0.01 }, value)).toEqual([" multipleOf"]);
    }
    expect(await bodyErrors({ multipleOf: 1e-8 }, 12391239123)).toEqual([]);
  });

  it("finds equal items whatever the order of their properties", async () => {
    expect(await bodyErrors({ uniqueItems: true }, [{ a: 1, b: 2 }, 1, { b: 2, a: 1 }])).toEqual([
      " uniqueItems",
    ]);
    expect(
      await bodyErrors({ uniqueItems: true }, [1, "1", true, "true", null, [1], { 0: 1 }]),
    ).toEqual([]);
  });

  it("checks everything about an array that is shorter than its prefixItems", async () => {
    const schema = {
      prefixItems: [{ type: "integer" }, true],
      contains: { const: 1 },
      uniqueItems: true,
    };
    expect(await bodyErrors({ not: schema }, [])).toEqual([]);
    expect(await bodyErrors({ not: schema }, [1])).toEqual([" not"]);
    expect(await bodyErrors(schema, [1, 1])).toEqual([" uniqueItems"]);
  });

  it("checks every array of a list for what it contains", async () => {
    const schema = { items: { type: "array", contains: { const: 1 }, maxContains: 2 } };
    expect(await bodyErrors(schema, [[1], []])).toEqual(["/1 contains"]);
    expect(
      await bodyErrors(schema, [
        [1, 1],
        [2, 1],
      ]),
    ).toEqual([]);
    expect(await bodyErrors(schema, [[1, 1, 1]])).toEqual(["/0 contains"]);
    expect(await bodyErrors({ contains: { const: 1 }, minContains: 0 }, [])).toEqual([]);
  });

  it("may accept nothing at all", async () => {
    expect(await bodyErrors(false, 1)).toEqual([" false schema"]);
    expect(await bodyErrors({ properties: { a: false } }, { a: 1 })).toEqual(["/a false schema"]);
    expect(await bodyErrors({ propertyNames: { maxLength: 1 } }, { ab: 1 })).toEqual([
      " maxLength",
      " propertyNames",
    ]);
  });

  it("compares values that have a property called toString", async () => {
    expect(await bodyErrors({ const: { toString: 1 } }, { toString: 1 })).toEqual([]);
    expect(await bodyErrors({ const: {} }, { toString: 1 })).toEqual([" const"]);
  });

  it("asserts the formats of the table and lets all others pass", async () => {
    const of = (format: string, type = "string") => ({ type, format });
    expect(await bodyErrors(of("date-time"), "yesterday")).toEqual([" format"]);
    expect(await bodyErrors(of("email"), "a@b.example")).toEqual([]);
    expect(await bodyErrors(of("int32", "integer"), 2 ** 31)).toEqual([" format"]);
    expect(await bodyErrors(of("iban"), "whatever")).toEqual([]);
  });

  it("follows recursive schemas", async () => {
    const schemas = {
      Tree: {
        type: "object",
        required: ["name"],
        properties: { children: { type: "array", items: ref("Tree") } },
      },
    };
    const value = { name: "a", children: [{ name: "b", children: [{}] }] };
    expect(await bodyErrors(ref("Tree"), value, schemas)).toEqual([
      "/children/0/children/0 required",
    ]);
  });

  it("checks a child of a parent that lists its children, and ends", async () => {
    const schemas = {
      Pet: { type: "object", required: ["kind"], oneOf: [ref("Cat"), ref("Dog")] },
      Cat: { allOf: [ref("Pet"), { required: ["lives"] }] },
      Dog: { allOf: [ref("Pet"), { required: ["barks"] }] },
    };
    expect(await bodyErrors(ref("Pet"), { kind: "c", lives: 9 }, schemas)).toEqual([]);
    expect(await bodyErrors(ref("Cat"), { lives: 9 }, schemas)).toEqual([" required"]);
    expect(await bodyErrors(ref("Pet"), { kind: "c" }, schemas)).not.toEqual([]);
  });

  it("never runs a text of the document", async () => {
    const hostile = '");globalThis.ran=1;("';
    const schema = {
      type: "object",
      required: [hostile, "`$\u007bglobalThis.ran=1}`", "*/globalThis.ran=1/*"],
      properties: { [hostile]: { const: hostile, pattern: "\\u2028|\u2028|/" } },
      additionalProperties: { enum: [',schemaPath:"x",keyword:', "schema1.properties", hostile] },
    };
    expect(
      await bodyErrors(schema, { [hostile]: hostile, other: ',schemaPath:"x",keyword:' }),
    ).toEqual([" required", " required", `/${hostile} pattern`]);
    expect(await bodyErrors(schema.additionalProperties, "schema1.properties")).toEqual([]);
    expect(Reflect.has(globalThis, "ran")).toBe(false);
  });
});

describe("a schema that ajv cannot do right", () => {
  const refused = async (schema: Schema): Promise<EmitError> => {
    const outcome: unknown = await tablesOf([posting(ref("Odd"))], { Odd: schema }).catch(
      (error) => error,
    );
    // What the emitter throws for a schema of the document.
    return outcome as EmitError;
  };

  it("is refused at its place when it does not compile", async () => {
    const error = await refused({ type: "string", pattern: "(?i)a(" });
    expect(error).toMatchObject({
      name: "EmitError",
      code: "GW3102",
      at: "sample.yaml#/components/schemas/Odd",
    });
  });

  it("is refused when its meaning depends on the caller", async () => {
    expect(await refused({ $dynamicRef: "#node" })).toMatchObject({ code: "GW3101" });
  });

  it("is refused when it would lose sight of items", async () => {
    const schema = { unevaluatedItems: false, anyOf: [{ prefixItems: [{ const: 1 }] }, true] };
    expect(await refused(schema)).toMatchObject({ code: "GW3104" });
  });

  it("is rewritten where a condition decides what is evaluated", async () => {
    const schema = {
      type: "object",
      if: { required: ["a"], properties: { a: { const: 1 } } },
      unevaluatedProperties: false,
    };
    expect(await bodyErrors(schema, { a: 1 })).toEqual([]);
    expect(await bodyErrors(schema, { a: 2 })).not.toEqual([]);
  });
});
