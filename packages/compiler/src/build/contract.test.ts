import type { Contract } from "@gatewright/contract";
import { describe, expect, it } from "vitest";
import { compileFiles } from "../check/document/testing/check-text.js";
import { contractHash } from "./contract-hash.js";

const HEAD = 'openapi: 3.1.0\ninfo: { title: Notes, version: "1" }\n';

async function contractOf(text: string): Promise<Contract> {
  const { contract } = await compileFiles({ "api.yaml": HEAD + text });
  if (contract === null) {
    expect.unreachable("the document builds");
  }
  return contract;
}

describe("the contract", () => {
  it("merges parameters; the operation's win, path parameters come first in template order", async () => {
    const { operations } = await contractOf(`paths:
  /a/{one}/{two}:
    parameters:
      - { name: limit, in: query, schema: { type: integer } }
      - { name: two, in: path, required: true, schema: { type: string } }
      - { name: X-Trace, in: header, schema: { type: string } }
    get:
      parameters:
        - { name: one, in: path, required: true, schema: { type: string } }
        - { name: limit, in: query, required: true, schema: { type: string } }
        - { name: x-trace, in: header, required: true, schema: { type: string } }
      responses: { "204": { description: Done } }
`);
    expect(operations[0]?.parameters.map((each) => [each.in, each.name, each.required])).toEqual([
      ["path", "one", true],
      ["path", "two", true],
      ["query", "limit", true],
      ["header", "x-trace", true],
    ]);
  });

  it("fills in style and explode as the location has them", async () => {
    const { operations } = await contractOf(`paths:
  /a/{p}:
    get:
      parameters:
        - { name: p, in: path, required: true, schema: {} }
        - { name: q, in: query, schema: {} }
        - { name: d, in: query, style: deepObject, schema: {} }
        - { name: s, in: query, style: spaceDelimited, schema: {} }
        - { name: h, in: header, schema: {} }
        - { name: c, in: cookie, schema: {} }
      responses: { "204": { description: Done } }
`);
    expect(operations[0]?.parameters.map((each) => [each.name, each.style, each.explode])).toEqual([
      ["p", "simple", false],
      ["q", "form", true],
      ["d", "deepObject", true],
      ["s", "spaceDelimited", false],
      ["h", "simple", false],
      ["c", "form", true],
    ]);
  });

  it("ignores header parameters that OpenAPI describes elsewhere", async () => {
    const { operations } = await contractOf(`paths:
  /a:
    get:
      parameters: [{ name: Authorization, in: header, schema: {} }, { name: accept, in: header, schema: {} }]
      responses: { "204": { description: Done } }
`);
    expect(operations[0]?.parameters).toEqual([]);
  });

  it("tells apart what the root requires, what an operation requires, and what is open", async () => {
    const { operations, securitySchemes } = await contractOf(`security: [{ bearer: [read] }]
paths:
  /a:
    get: { responses: { "204": { description: Done } } }
    put: { security: [], responses: { "204": { description: Done } } }
    post: { security: [{ bearer: [] }, {}], responses: { "204": { description: Done } } }
components:
  securitySchemes: { bearer: { type: http, scheme: BEARER } }
`);
    expect(operations.map((operation) => operation.security)).toMatchObject([
      {
        kind: "required",
        isInherited: true,
        alternatives: [{ schemes: [{ name: "bearer", scopes: ["read"] }] }],
      },
      { kind: "open", at: "api.yaml#/paths/~1a/put/security" },
      {
        kind: "required",
        isInherited: false,
        alternatives: [{ schemes: [{ name: "bearer", scopes: [] }] }, { schemes: [] }],
      },
    ]);
    expect(securitySchemes[0]?.type).toEqual({ kind: "http", scheme: "bearer" });
  });

  it("derives operationIds that collide with none that is written", async () => {
    const { operations } = await contractOf(`paths:
  /notes:
    get: { responses: { "204": { description: Done } } }
  /memos:
    get: { operationId: getNotes, responses: { "204": { description: Done } } }
  /notes/{id}:
    get: { parameters: [{ name: id, in: path, required: true, schema: {} }], responses: { "204": { description: Done } } }
`);
    expect(operations.map(({ id, hasOperationId }) => [id, hasOperationId])).toEqual([
      ["getNotes2", false],
      ["getNotes", true],
      ["getNotesById", false],
    ]);
  });

  it("reads media types by what their bytes become", async () => {
    const { operations } = await contractOf(`paths:
  /a:
    post:
      requestBody:
        content:
          application/json: {}
          application/problem+json; charset=utf-8: {}
          application/x-www-form-urlencoded: {}
          multipart/form-data: {}
          text/csv: {}
          application/octet-stream: {}
          "*/*": {}
      responses: { "204": { description: Done } }
`);
    expect(operations[0]?.requestBody?.content.map((each) => each.kind)).toEqual([
      "json",
      "json",
      "form",
      "multipart",
      "text",
      "binary",
      "binary",
    ]);
  });

  it("ends where callbacks go in a circle", async () => {
    const { operations } = await contractOf(`paths:
  /a:
    post: { callbacks: { again: { $ref: "#/components/callbacks/Again" } }, responses: { "204": { description: Done } } }
components:
  callbacks:
    Again: { "{$url}": { post: { callbacks: { again: { $ref: "#/components/callbacks/Again" } }, responses: { "204": { description: Done } } } } }
`);
    const depth = JSON.stringify(operations).split('"expression"').length - 1;
    expect(depth).toBe(3);
  });

  it("builds what it can of a document that is wrong all over", async () => {
    const contract = await contractOf(`paths:
  /a: [1]
  /b: { get: 7, post: { parameters: {}, responses: [], requestBody: no }, parameters: [null, 3] }
  c: null
components: { schemas: [], securitySchemes: { a: 1, b: { type: apiKey } } }
tags: 3
servers: { url: x }
`);
    expect(contract.operations.map((operation) => operation.id)).toEqual(["postB"]);
    expect(contract.securitySchemes).toEqual([]);
  });

  it("is plain data, and its hash changes with what it says", async () => {
    const [one, same, other] = await Promise.all([
      contractOf("paths: {}\n"),
      contractOf("paths: {}\n"),
      contractOf("paths: {}\ntags: [{ name: a }]\n"),
    ]);
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
    expect(contractHash(one)).toBe(contractHash(same));
    expect(contractHash(one)).not.toBe(contractHash(other));
    expect(contractHash(one)).toMatch(/^[\da-f]{64}$/);
  });
});
