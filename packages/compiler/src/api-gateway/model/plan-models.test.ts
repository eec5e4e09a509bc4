import type { Contract, Schema } from "@gatewright/contract";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  sampleContract,
  sampleMedia,
  sampleOperation,
  sampleResponse,
} from "../../emit/testing/sample-contract.js";
import { planModels } from "./plan-models.js";
import { anySchemas, anyValue } from "./testing/any-schema.js";

type Schemas = Readonly<Record<string, Schema>>;

/** A contract with one operation whose request and response have the schema. */
function contractOf(schema: Schema, schemas: Schemas = {}): Contract {
  const media = sampleMedia("application/json", schema);
  const operation = sampleOperation("post", {
    requestBody: { required: true, content: [media], at: "sample.yaml#/body" },
    responses: [sampleResponse("200", schema)],
  });
  return sampleContract([operation], schemas);
}

/** The model of the request body, with its models around it for ajv; null when there is none. */
function requestModel(contract: Contract) {
  const { models, modelOf } = planModels(contract);
  const media = contract.operations[0]?.requestBody?.content[0];
  const name = media && modelOf.get(media);
  return name === undefined
    ? null
    : { $ref: `#/components/schemas/${name}`, components: { schemas: Object.fromEntries(models) } };
}

describe("a model of a request body", () => {
  it("accepts every value that its schema accepts", () => {
    fc.assert(
      fc.property(
        anySchemas,
        fc.array(anyValue, { minLength: 30, maxLength: 60 }),
        (all, values) => {
          const { root, schemas } = all;
          const isValid = new Ajv2020({
            strict: false,
            validateFormats: false,
            logger: false,
          }).compile(typeof root === "boolean" ? root : { ...root, components: { schemas } });
          const contract = contractOf(root, schemas);
          const model = requestModel(contract);
          const isTaken = new Ajv({ strict: false, logger: false }).compile(model ?? {});
          const { losses } = planModels(contract);
          for (const value of values) {
            if (isValid(value)) {
              expect(isTaken(value), JSON.stringify({ value, model })).toBe(true);
            } else if (losses.length === 0) {
              expect(isTaken(value), JSON.stringify({ value, model })).toBe(false);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it("does not require a property that requests leave out", () => {
    const schema = {
      type: "object",
      required: ["id", "text"],
      properties: { id: { type: "integer", readOnly: true }, text: { type: "string" } },
    };
    const contract = contractOf({ $ref: "#/components/schemas/Message" }, { Message: schema });
    expect(Object.fromEntries(planModels(contract).models)).toEqual({
      Message: {
        type: "object",
        properties: { id: { type: "integer" }, text: { type: "string" } },
        required: ["id", "text"],
      },
      MessageRequest: {
        type: "object",
        properties: { id: {}, text: { type: "string" } },
        required: ["text"],
      },
    });
  });

  it("drops a branch that requires what another branch says is read-only", () => {
    const contract = contractOf(
      {
        allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { id: { readOnly: true } } }],
      },
      { Base: { type: "object", required: ["id"] } },
    );
    const isTaken = new Ajv({ strict: false }).compile(requestModel(contract) ?? {});
    expect(isTaken({})).toBe(true);
  });

  it("turns oneOf into anyOf when a branch says more than its model", () => {
    const exact = { oneOf: [{ type: "string" }, { type: "integer" }] };
    const loose = {
      oneOf: [
        { type: "string", format: "uuid" },
        { type: "string", maxLength: 3 },
      ],
    };
    expect([...planModels(contractOf(exact)).models.values()][0]).toEqual(exact);
    expect([...planModels(contractOf(loose)).models.values()][0]).toEqual({
      anyOf: [{ type: "string" }, { type: "string", maxLength: 3 }],
    });
  });

  it("keeps a schema under not only when its model says the same", () => {
    const exact = { type: "object", not: { required: ["a"] } };
    expect([...planModels(contractOf(exact)).models.values()][0]).toEqual(exact);
    const loose = { type: "object", not: { properties: { a: { format: "date" } } } };
    expect([...planModels(contractOf(loose)).models.values()][0]).toEqual({ type: "object" });
  });

  it("has none for a schema that accepts everything, however it says so", () => {
    const any = { anyOf: [{ $ref: "#/components/schemas/Nothing" }, { type: "string" }] };
    const contract = contractOf({ $ref: "#/components/schemas/Any" }, { Any: any, Nothing: {} });
    expect(planModels(contract).models.size).toBe(0);
    expect(planModels(contract).modelOf.size).toBe(0);
  });

  it("says nothing about what may be null", () => {
    const schema = {
      type: "object",
      properties: { a: { type: ["string", "null"], maxLength: 3 }, b: { enum: ["x", null] } },
    };
    expect([...planModels(contractOf(schema)).models.values()][0]).toEqual({
      type: "object",
      properties: { a: {}, b: {} },
    });
  });

  it("keeps references that go round", () => {
    const tree = { type: "object", properties: { child: { $ref: "#/components/schemas/Tree" } } };
    const contract = contractOf({ $ref: "#/components/schemas/Tree" }, { Tree: tree });
    expect(Object.fromEntries(planModels(contract).models)).toEqual({ Tree: tree });
  });

  it("keeps property names that are names of prototypes", () => {
    const schema = JSON.parse(
      '{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"integer"}}}',
    );
    const [model] = planModels(contractOf(schema)).models.values();
    expect(JSON.stringify(model)).toBe(JSON.stringify(schema));
  });
});

describe("names of models", () => {
  it("are alphanumeric and one-to-one, also without regard to letter case", () => {
    const names = ["User_v2", "Userv2", "UserV2", "user-v2", "Ref"];
    const schemas = Object.fromEntries(
      names.map((name) => [name, { type: "string", title: name }]),
    );
    const schema = { anyOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })) };
    const models = [...planModels(contractOf(schema, schemas)).models];
    const titles = models.map(([, { title }]) => title).filter((title) => title !== undefined);
    expect(titles).toEqual(names);
    const lowered = models.map(([name]) => name.toLowerCase());
    expect(new Set(lowered).size).toBe(lowered.length);
    expect(lowered).toContain("userv2");
    expect(lowered.every((name) => /^[a-z0-9]+$/.test(name) && name !== "ref")).toBe(true);
  });

  it("do not change when a schema is added", () => {
    const before = planModels(
      contractOf({ $ref: "#/components/schemas/a-b" }, { "a-b": { type: "string" } }),
    );
    const after = planModels(
      contractOf(
        { $ref: "#/components/schemas/a-b" },
        { zz: { type: "string" }, "a-b": { type: "string" } },
      ),
    );
    expect([...before.models.keys()]).toEqual([...after.models.keys()]);
  });

  it("of schemas in place come from the operation and avoid those that are taken", () => {
    const plan = planModels(contractOf({ type: "object" }, { PostBody: { type: "string" } }));
    expect([...plan.models.keys()].map((name) => name.replace(/[0-9a-f]{6}$/, "…"))).toEqual([
      "PostBody…",
      "Post200",
    ]);
  });
});
