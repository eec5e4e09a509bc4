import { describe, expect, it } from "vitest";
import { parseQuery } from "./multi-map.js";
import type { ParameterRow } from "./operation-row.js";
import { encodeParameters, PathParameterError } from "./parameter-encoder.js";
import { decode, list } from "./testing/decode.js";

describe("encodeParameters", () => {
  const id: ParameterRow = { in: "path", name: "id", required: true, value: "string" };

  it.each(["", ".", "..", undefined])(
    "refuses the path parameter %j, which would reach another path",
    (value) => {
      expect(() => encodeParameters("/users/{id}", [id], { path: { id: value } })).toThrow(
        PathParameterError,
      );
    },
  );

  it("keeps a slash, a question mark and a percent sign inside their segment", () => {
    const { path } = encodeParameters("/users/{id}/x", [id], { path: { id: "a/b?c%2F#$&" } });
    expect(path).toBe("/users/a%2Fb%3Fc%252F%23%24%26/x");
  });

  it("keeps the slashes of a greedy variable, and encodes what is between them", () => {
    const input = { path: { id: "a b/c?d/%2F" } };
    expect(encodeParameters("/files/{id+}", [id], input).path).toBe("/files/a%20b/c%3Fd/%252F");
  });

  it.each(["a/../b", "../a", "a/.", "/a", "a/", "a//b"])(
    "refuses %j for a greedy variable, which would reach another path",
    (value) => {
      expect(() => encodeParameters("/files/{id+}", [id], { path: { id: value } })).toThrow(
        PathParameterError,
      );
    },
  );

  it("leaves reserved characters that allowReserved allows, and no others", () => {
    const row: ParameterRow = { in: "query", name: "q", allowReserved: true, value: "string" };
    const { query } = encodeParameters("/", [row], { query: { q: "a/b?c:d&e=f#g+h%41" } });
    expect(query).toBe("q=a/b?c:d%26e=f%23g%2Bh%2541");
    expect(decode(row, { query: parseQuery(query) }).query).toEqual({ q: "a/b?c:d&e=f#g+h%41" });
  });

  it("leaves out what is not given, and writes cookies as one header", () => {
    const rows: ParameterRow[] = [
      { in: "query", name: "a", value: "string" },
      { in: "query", name: "b", value: list },
      { in: "cookie", name: "c", value: "string" },
      { in: "cookie", name: "d", value: list },
      { in: "header", name: "X-E", value: list },
    ];
    const input = {
      query: { b: [] },
      cookies: { c: "x;y", d: ["1", "2"] },
      headers: { "x-e": ["p", "q"] },
    };
    expect(encodeParameters("/", rows, input)).toEqual({
      path: "/",
      query: "",
      headers: { cookie: "c=x%3By; d=1,2", "x-e": "p,q" },
    });
  });
});
