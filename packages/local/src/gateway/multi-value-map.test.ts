import { expect, it } from "vitest";
import { headerValue, readHeaders, readQuery } from "./multi-value-map.js";

const added = { sourceIp: "127.0.0.1", port: "4000", traceId: "Root=1-0-0" };

it("keeps every value of a repeated header, and never splits one at its commas", () => {
  const map = readHeaders(["X-Tag", "a, b", "x-tag", "c", "Cookie", "a=1; b=2"], added);
  expect(map.multi).toMatchObject({ "X-Tag": ["a, b", "c"], Cookie: ["a=1; b=2"] });
  expect(map.single).toMatchObject({ "X-Tag": "c", Cookie: "a=1; b=2" });
  expect(Object.keys(map.single)).not.toContain("x-tag");
});

it("leaves out what belongs to the connection and adds what a gateway adds", () => {
  const map = readHeaders(
    [
      "Host",
      "a.example",
      "Connection",
      "keep-alive",
      "Content-Length",
      "3",
      "X-Forwarded-For",
      "10.0.0.1",
      "X-Forwarded-Proto",
      "https",
    ],
    added,
  );
  expect(map.single).toEqual({
    Host: "a.example",
    "X-Amzn-Trace-Id": "Root=1-0-0",
    "X-Forwarded-For": "10.0.0.1, 127.0.0.1",
    "X-Forwarded-Port": "4000",
    "X-Forwarded-Proto": "http",
  });
});

it.each([
  ["", null],
  ["&", null],
  ["a=1&a=2&b=", { a: ["1", "2"], b: [""] }],
  ["flag", { flag: [""] }],
  ["a=x+y%2Bz", { a: ["x y+z"] }],
  ["a%5B%5D=1", { "a[]": ["1"] }],
  ["a=100%", { a: ["100%"] }],
  ["a=b=c", { a: ["b=c"] }],
])("reads the query %j", (query, expected) => {
  expect(readQuery(query)?.multi ?? null).toEqual(expected);
});

it("keeps __proto__ and constructor as names like any other", () => {
  const map = readQuery("__proto__=a&__proto__=b&constructor=c");
  expect(Object.entries(map?.multi ?? {})).toEqual([
    ["__proto__", ["a", "b"]],
    ["constructor", ["c"]],
  ]);
  expect(Object.entries(map?.single ?? {})).toEqual([
    ["__proto__", "b"],
    ["constructor", "c"],
  ]);
  expect(headerValue({ single: {}, multi: {} }, "constructor")).toBeUndefined();
});
