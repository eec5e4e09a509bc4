import { describe, expect, it } from "vitest";
import { allCodecs } from "./all-codecs.js";
import { checkInput } from "./input-check.js";
import type { OperationRow } from "./operation-row.js";
import { bodyErrors, parameterErrors } from "./problem-errors.js";
import { decodeRequest as decodeRequestWith, type RequestParts } from "./request-decoder.js";
import type { RequestValidators, ValidationError, Validator } from "./validator.js";

function error(
  keyword: string,
  instancePath: string,
  params: ValidationError["params"] = {},
): ValidationError {
  return {
    keyword,
    instancePath,
    params,
    schemaPath: "#/secret/place",
    message: "ajv's own words",
  };
}

function failing(...errors: ValidationError[]): Validator {
  return Object.assign(() => false, { errors });
}

const row: OperationRow = {
  id: "postMessage",
  method: "POST",
  path: "/rooms/{room}/messages",
  parameters: [
    { in: "path", name: "room", required: true, value: "integer" },
    { in: "header", name: "Idempotency-Key", value: "string" },
    { in: "query", name: "filter", value: "any", mediaType: "application/json" },
  ],
  body: { required: true, content: [{ mediaType: "application/json", kind: "json" }] },
  responses: {},
};

const parts: RequestParts = {
  path: { room: "7" },
  query: {},
  headers: { "idempotency-key": "k" },
  cookies: {},
  contentType: "application/json",
  body: '{"text":"hi"}',
};

function decodeRequest(
  operation: OperationRow,
  validators: RequestValidators | undefined,
  given: RequestParts,
) {
  return decodeRequestWith(operation, validators, given, allCodecs);
}

describe("decodeRequest", () => {
  it("gives the decoded groups and the body", () => {
    expect(decodeRequest(row, undefined, parts)).toEqual({
      kind: "ok",
      input: {
        path: { room: 7 },
        headers: { "idempotency-key": "k" },
        query: {},
        body: { text: "hi" },
      },
    });
  });

  it("refuses a body that is nested deeper than its recursive schema can be followed", () => {
    const depthOf = (value: unknown): number => (Array.isArray(value) ? 1 + depthOf(value[0]) : 0);
    const validators: RequestValidators = {
      body: { "application/json": (value) => depthOf(value) >= 0 },
    };
    const body = "[".repeat(200_000) + "]".repeat(200_000);
    expect(decodeRequest(row, validators, { ...parts, body })).toEqual({
      kind: "refused",
      status: 400,
      errors: [{ detail: "is nested too deeply", pointer: "" }],
    });
  });

  it("lists what is wrong with parameters and with the body together", () => {
    const validators: RequestValidators = {
      parameters: failing(
        error("type", "/path/room", { type: "integer" }),
        error("maxLength", "/headers/idempotency-key", { limit: 128 }),
      ),
      body: { "application/json": failing(error("required", "", { missingProperty: "a/b" })) },
    };
    expect(decodeRequest(row, validators, { ...parts, path: { room: "x" } })).toEqual({
      kind: "refused",
      status: 400,
      errors: [
        { detail: "must be an integer, is a string", in: "path", name: "room" },
        {
          detail: "must have at most 128 characters, has 1",
          in: "header",
          name: "Idempotency-Key",
        },
        { detail: "is required", pointer: "/a~1b" },
      ],
    });
  });

  it("answers 415 for a wrong media type, and lists wrong parameters with it", () => {
    const validators = { parameters: failing(error("type", "/path/room", { type: "integer" })) };
    expect(
      decodeRequest(row, validators, { ...parts, path: { room: "x" }, contentType: "text/plain" }),
    ).toMatchObject({
      status: 415,
      errors: [{ in: "path" }, { in: "header", name: "content-type" }],
    });
  });

  it("complains once about a parameter that is not JSON", () => {
    const validators = { parameters: failing(error("type", "/query/filter", { type: "object" })) };
    const refused = decodeRequest(row, validators, { ...parts, query: { filter: "{" } });
    expect(refused).toMatchObject({
      errors: [{ detail: "must be a JSON document", in: "query", name: "filter" }],
    });
  });

  it("never coerces a JSON body", () => {
    const decoded = decodeRequest(row, undefined, { ...parts, body: '{"n":"1","b":"true"}' });
    expect(decoded).toMatchObject({ input: { body: { n: "1", b: "true" } } });
  });

  it("tells which of several media types was sent", () => {
    const several: OperationRow = {
      ...row,
      body: {
        content: [
          { mediaType: "application/json", kind: "json" },
          { mediaType: "text/plain", kind: "text" },
        ],
      },
    };
    expect(
      decodeRequest(several, undefined, { ...parts, contentType: "text/plain", body: "x" }),
    ).toMatchObject({
      input: { body: { mediaType: "text/plain", body: "x" } },
    });
  });

  it("says how many errors there are at most", () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      error("type", `/${index}`, { type: "string" }),
    );
    expect(bodyErrors(many, [])).toHaveLength(100);
  });
});

describe("checkInput", () => {
  it("fills in defaults without touching what was given", () => {
    const withDefault: OperationRow = {
      ...row,
      parameters: [{ in: "query", name: "limit", value: "integer", default: 3 }],
    };
    const given = { query: {}, body: { text: "hi" } };
    expect(checkInput(withDefault, undefined, given)).toEqual({
      kind: "ok",
      input: { query: { limit: 3 }, body: { text: "hi" } },
    });
    expect(given.query).toEqual({});
    expect(checkInput(withDefault, undefined, {})).toEqual({
      kind: "refused",
      status: 400,
      errors: [{ detail: "a body is required", pointer: "" }],
    });
  });
});

describe("located errors", () => {
  const value = { text: "😀😀", n: 250, list: [1], tags: { a: 1 } };
  it.each<[ValidationError, { detail: string; pointer: string }]>([
    [error("required", "", { missingProperty: "x" }), { detail: "is required", pointer: "/x" }],
    [
      error("required", "/tags", { missingProperty: "~" }),
      { detail: "is required", pointer: "/tags/~0" },
    ],
    [
      error("additionalProperties", "", { additionalProperty: "y" }),
      { detail: "is not allowed", pointer: "/y" },
    ],
    [
      error("unevaluatedProperties", "", { unevaluatedProperty: "y" }),
      { detail: "is not allowed", pointer: "/y" },
    ],
    [
      error("dependentRequired", "", { property: "a", missingProperty: "b" }),
      { detail: 'is required when "a" is there', pointer: "/b" },
    ],
    [
      error("propertyNames", "/tags", { propertyName: "a" }),
      { detail: "has a name that is not allowed", pointer: "/tags/a" },
    ],
    [
      error("maxLength", "/text", { limit: 1 }),
      { detail: "must have at most 1 character, has 2", pointer: "/text" },
    ],
    [
      error("minLength", "/text", { limit: 3 }),
      { detail: "must have at least 3 characters, has 2", pointer: "/text" },
    ],
    [
      error("maximum", "/n", { comparison: "<=", limit: 100 }),
      { detail: "must be at most 100, is 250", pointer: "/n" },
    ],
    [
      error("exclusiveMinimum", "/n", { comparison: ">", limit: 300 }),
      { detail: "must be greater than 300, is 250", pointer: "/n" },
    ],
    [
      error("multipleOf", "/n", { multipleOf: 7 }),
      { detail: "must be a multiple of 7, is 250", pointer: "/n" },
    ],
    [
      error("minItems", "/list", { limit: 2 }),
      { detail: "must have at least 2 items, has 1", pointer: "/list" },
    ],
    [
      error("minProperties", "/tags", { limit: 2 }),
      { detail: "must have at least 2 properties, has 1", pointer: "/tags" },
    ],
    [
      error("uniqueItems", "/list", { i: 2, j: 0 }),
      { detail: "must hold no item twice, items 0 and 2 are equal", pointer: "/list" },
    ],
    [
      error("type", "/n", { type: "string" }),
      { detail: "must be a string, is a number", pointer: "/n" },
    ],
    [
      error("type", "/list", { type: ["string", "null"] }),
      { detail: "must be a string or null, is an array", pointer: "/list" },
    ],
    [
      error("enum", "/text", { allowedValues: ["a", "b", null] }),
      { detail: 'must be "a", "b" or null', pointer: "/text" },
    ],
    [error("const", "/text", { allowedValue: "a" }), { detail: 'must be "a"', pointer: "/text" }],
    [error("format", "/text", { format: "uuid" }), { detail: "must be a UUID", pointer: "/text" }],
    [
      error("format", "/text", { format: "color" }),
      { detail: "must be of the format color", pointer: "/text" },
    ],
    [
      error("pattern", "/text", { pattern: "^a$" }),
      { detail: "must match the pattern ^a$", pointer: "/text" },
    ],
    [
      error("oneOf", "/text", { passingSchemas: [0, 1] }),
      { detail: "must fit exactly one of the declared forms, fits several", pointer: "/text" },
    ],
    [error("false schema", "/text"), { detail: "is not allowed", pointer: "/text" }],
  ])("$keyword says what was expected and found", (given, expected) => {
    const [found] = bodyErrors([given], value);
    expect(found).toEqual(expected);
    expect(JSON.stringify(found)).not.toMatch(/secret|ajv/);
  });

  it("makes one complaint of the branches of a nullable value", () => {
    const errors = [
      error("type", "/text", { type: "string" }),
      error("type", "/text", { type: "null" }),
      error("anyOf", "/text"),
    ];
    expect(bodyErrors(errors, { text: 5 })).toEqual([
      { detail: "must be a string or null, is a number", pointer: "/text" },
    ]);
  });

  it("tells where inside a parameter something is wrong", () => {
    const rows = [{ in: "query", name: "tags", value: { items: "integer" } }] as const;
    const errors = [error("type", "/query/tags/1", { type: "integer" })];
    expect(parameterErrors(errors, { query: { tags: [1, "x"] } }, rows)).toEqual([
      { detail: "must be an integer, is a string at /1", in: "query", name: "tags" },
    ]);
  });
});
