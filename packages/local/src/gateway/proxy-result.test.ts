import { expect, it } from "vitest";
import { readProxyResult } from "./proxy-result.js";

function answerOf(result: unknown, binaryMediaTypes: readonly string[] = [], accept?: string) {
  const read = readProxyResult(result, binaryMediaTypes, accept);
  if (read.kind === "malformed") throw new TypeError(read.reason);
  return read.answer;
}

it.each([
  ["nothing but headers", { headers: { "x-a": "1" } }, 200],
  [
    "headers that are null",
    { statusCode: 200, headers: null, multiValueHeaders: null, body: null },
    200,
  ],
  ["a status as numeric text", { statusCode: "201" }, 201],
  [
    "header values that are numbers or booleans",
    { statusCode: 200, headers: { "x-a": 1, "x-b": true } },
    200,
  ],
  ["undefined fields", { statusCode: 204, headers: undefined, cookies: undefined }, 204],
  [
    "a date in a header, which JSON makes text",
    { statusCode: 200, headers: { "x-a": new Date(0) } },
    200,
  ],
])("takes %s", (_title, result, status) => {
  expect(answerOf(result).status).toBe(status);
});

it.each([
  ["null", null],
  ["undefined", undefined],
  ["text", "hello"],
  ["a list", []],
  ["an empty object", {}],
  ["an unknown field", { statusCode: 200, cookies: ["a=1"] }],
  ["a status that is no number", { statusCode: "ok" }],
  ["a status that is not whole", { statusCode: 200.5 }],
  ["an informational status", { statusCode: 100 }],
  ["a status beyond 599", { statusCode: 600 }],
  ["a body that is an object", { statusCode: 200, body: {} }],
  ["headers that are a list", { statusCode: 200, headers: ["a"] }],
  ["a header that is an object", { statusCode: 200, headers: { a: {} } }],
  ["multiValueHeaders without lists", { statusCode: 200, multiValueHeaders: { a: "b" } }],
  ["isBase64Encoded that is text", { statusCode: 200, isBase64Encoded: "true" }],
  ["a header with a line break", { statusCode: 200, headers: { a: "b\r\nset-cookie: c" } }],
  ["a header name with a space", { statusCode: 200, headers: { "a b": "c" } }],
])("does not take %s", (_title, result) => {
  expect(readProxyResult(result, [], undefined).kind).toBe("malformed");
});

it("lets multiValueHeaders win over headers of the same name, whatever its case", () => {
  const { headers } = answerOf({
    statusCode: 200,
    headers: { "Set-Cookie": "lost=1", "X-Kept": "1" },
    multiValueHeaders: { "set-cookie": ["a=1", "b=2"] },
  });
  expect(headers).toEqual([
    "set-cookie",
    "a=1",
    "set-cookie",
    "b=2",
    "X-Kept",
    "1",
    "Content-Type",
    "application/json",
  ]);
});

it("sends headers that API Gateway sets itself under another name", () => {
  const { headers } = answerOf({
    statusCode: 401,
    headers: {
      "WWW-Authenticate": "Bearer",
      "Content-Length": "3",
      "Transfer-Encoding": "chunked",
      "content-type": "text/plain",
    },
  });
  expect(headers).toEqual([
    "x-amzn-Remapped-WWW-Authenticate",
    "Bearer",
    "x-amzn-Remapped-Content-Length",
    "3",
    "content-type",
    "text/plain",
  ]);
});

it("decodes a base64 body only when the first media type of Accept is binary", () => {
  const result = { statusCode: 200, body: "AAEC", isBase64Encoded: true };
  expect(answerOf(result).body).toBe("AAEC");
  expect(answerOf(result, ["image/png"], "text/html, image/png").body).toBe("AAEC");
  expect(answerOf(result, ["image/png"], "image/png;q=0.9, text/html").body).toEqual(
    Buffer.from([0, 1, 2]),
  );
  expect(answerOf(result, ["*/*"]).body).toEqual(Buffer.from([0, 1, 2]));
});
