import { describe, expect, it } from "vitest";
import type { OperationRow } from "./operation-row.js";
import { checkResponse } from "./response-check.js";
import { matchStatus } from "./response-match.js";

const row: OperationRow = {
  id: "get",
  method: "GET",
  path: "/",
  responses: {
    200: {
      content: [{ mediaType: "application/json", kind: "json" }],
      headers: { etag: { required: true, value: "string" } },
    },
    204: {},
    "4XX": { content: [{ mediaType: "application/problem+json", kind: "json" }] },
  },
};
const json = "application/json";

describe("matchStatus", () => {
  it("prefers a status to its range and a range to default", () => {
    const table = { 200: 1, "2XX": 1, default: 1 };
    expect(matchStatus(table, 200)).toBe("200");
    expect(matchStatus(table, 201)).toBe("2XX");
    expect(matchStatus(table, 500)).toBe("default");
    expect(matchStatus({ 200: 1 }, 500)).toBeUndefined();
  });
});

describe("checkResponse", () => {
  it("finds nothing in a response that keeps its contract", () => {
    const ok = { status: 200, headers: { etag: "1" }, mediaType: json, body: {} };
    expect(checkResponse(row, undefined, ok)).toEqual([]);
    expect(
      checkResponse(row, undefined, {
        status: 204,
        headers: {},
        mediaType: undefined,
        body: undefined,
      }),
    ).toEqual([]);
  });

  it.each([
    [
      { status: 302, headers: {}, mediaType: undefined, body: undefined },
      ["status 302 is not declared"],
    ],
    [{ status: 200, headers: {}, mediaType: json, body: {} }, ["header etag is required"]],
    [{ status: 204, headers: {}, mediaType: json, body: {} }, ["status 204 has no body"]],
    [
      { status: 404, headers: {}, mediaType: json, body: {} },
      ["media type application/json is not declared for status 404"],
    ],
  ])("names the difference %#", (response, differences) => {
    expect(checkResponse(row, undefined, response)).toEqual(differences);
  });

  it("says where a body and a header differ", () => {
    const fail = (instancePath: string) =>
      Object.assign(() => false, {
        errors: [{ keyword: "type", instancePath, schemaPath: "#", params: { type: "string" } }],
      });
    const validators = { 200: { headers: fail("/etag"), body: { [json]: fail("/id") } } };
    const response = { status: 200, headers: { etag: 1 }, mediaType: json, body: { id: 5 } };
    expect(checkResponse(row, validators, response)).toEqual([
      "header etag must be a string, is a number",
      "body/id must be a string, is a number",
    ]);
  });
});
