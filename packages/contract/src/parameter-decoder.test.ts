import { describe, expect, it } from "vitest";
import { parseCookies, parseQuery } from "./multi-map.js";
import type { ParameterRow } from "./operation-row.js";
import type { ProblemError } from "./problem.js";
import { decode, list } from "./testing/decode.js";

describe("decodeParameters", () => {
  const limit: ParameterRow = { in: "query", name: "limit", value: "integer", default: 3 };

  it.each([
    ["1", 1],
    ["-5", -5],
    ["0", 0],
    ["1.0", 1],
    ["1e2", 100],
    ["0x2", "0x2"],
    ["1e999", "1e999"],
    [" 1", " 1"],
    ["1 ", "1 "],
    ["01", "01"],
    ["+1", "+1"],
    ["", ""],
    ["1.5", "1.5"],
    [".5", ".5"],
    ["5.", "5."],
    ["NaN", "NaN"],
    ["Infinity", "Infinity"],
    ["1_000", "1_000"],
    ["١", "١"],
  ])("reads %j as the integer %j, or leaves it text", (text, value) => {
    expect(decode(limit, { query: { limit: [text] } }).query).toEqual({ limit: value });
  });

  it.each([
    ["1.5", 1.5],
    ["-0.25e-1", -0.025],
    ["1e999", "1e999"],
    ["0b1", "0b1"],
  ])("reads %j as the number %j, or leaves it text", (text, value) => {
    const row: ParameterRow = { in: "query", name: "n", value: "number" };
    expect(decode(row, { query: { n: text } }).query).toEqual({ n: value });
  });

  it("reads true and false only as they are written in JSON", () => {
    const row: ParameterRow = { in: "query", name: "on", value: { items: "boolean" } };
    expect(decode(row, { query: { on: ["true", "false", "True", "1", ""] } }).query).toEqual({
      on: [true, false, "True", "1", ""],
    });
  });

  it("tries the names of a union in a fixed order", () => {
    const row: ParameterRow = {
      in: "query",
      name: "x",
      value: { items: ["string", "null", "boolean", "integer"] },
    };
    expect(decode(row, { query: { x: ["1", "true", "null", "a", "1.5"] } }).query).toEqual({
      x: [1, true, null, "a", "1.5"],
    });
  });

  it("fills in a default, and leaves out what has none", () => {
    const cursor: ParameterRow = { in: "query", name: "cursor", value: "string" };
    expect(decode([limit, cursor], {})).toEqual({ query: { limit: 3 } });
  });

  it("takes null for a value, not for a parameter that was left out", () => {
    const row: ParameterRow = { in: "query", name: "n", value: ["integer", "null"], default: 5 };
    expect(decode(row, { query: { n: "null" } }).query).toEqual({ n: null });
  });

  it("gives every request its own copy of a default", () => {
    const row: ParameterRow = { in: "query", name: "tag", value: list, default: ["a"] };
    const first = decode(row, {}).query?.tag;
    if (Array.isArray(first)) first.push("b");
    expect(decode(row, {}).query).toEqual({ tag: ["a"] });
  });

  it("keeps a repeated key as a list when explode is true", () => {
    const row: ParameterRow = { in: "query", name: "tag", value: list };
    expect(decode(row, { query: { tag: ["a", "b"] } }).query).toEqual({ tag: ["a", "b"] });
    expect(decode(row, { query: { tag: "a" } }).query).toEqual({ tag: ["a"] });
  });

  it("leaves a list where one value is declared, for the validator to refuse", () => {
    expect(decode(limit, { query: { limit: ["1", "2"] } }).query).toEqual({ limit: ["1", "2"] });
  });

  it("keeps path, query, headers and cookies of one name apart", () => {
    const rows = (["path", "query", "header", "cookie"] as const).map(
      (location): ParameterRow => ({ in: location, name: "id", value: "string" }),
    );
    const values = {
      path: { id: "p" },
      query: { id: "q" },
      headers: { id: "h" },
      cookies: { id: "c" },
    };
    expect(decode(rows, values)).toEqual({
      path: { id: "p" },
      query: { id: "q" },
      headers: { id: "h" },
      cookies: { id: "c" },
    });
    expect(decode(rows[0] ?? [], { ...values, path: {} })).toEqual({ path: {} });
  });

  it("never decodes a value a second time", () => {
    const row: ParameterRow = { in: "query", name: "q", value: "string" };
    expect(decode(row, { query: { q: ["100%"] } }).query).toEqual({ q: "100%" });
    expect(decode(row, { query: { q: ["%41+b"] } }).query).toEqual({ q: "%41+b" });
  });

  it("splits a header at commas only when it is declared as a list", () => {
    const date: ParameterRow = { in: "header", name: "If-Modified-Since", value: "string" };
    const tags: ParameterRow = { in: "header", name: "X-Tags", value: list };
    const headers = {
      "if-modified-since": "Tue, 01 Jan 2030 00:00:00 GMT",
      "x-tags": ["a, b", "c"],
    };
    expect(decode([date, tags], { headers }).headers).toEqual({
      "if-modified-since": "Tue, 01 Jan 2030 00:00:00 GMT",
      "x-tags": ["a", "b", "c"],
    });
  });

  it.each(["toString", "constructor", "hasOwnProperty", "__proto__"])(
    "treats %s as a name like any other",
    (name) => {
      const rows = (["path", "query", "header", "cookie"] as const).map(
        (location): ParameterRow => ({ in: location, name, value: "string" }),
      );
      const absent = decode(rows, {});
      for (const group of Object.values(absent)) {
        const key = group === absent.headers ? name.toLowerCase() : name;
        expect(Reflect.get(group, key)).toBeUndefined();
      }
      const sent = JSON.parse(`{"${name}":"1"}`);
      const decoded = decode(rows, {
        path: sent,
        query: parseQuery(`${name}=1`),
        cookies: parseCookies(`${name}=1`),
      });
      for (const group of [decoded.path, decoded.query, decoded.cookies]) {
        expect(Object.entries(group ?? {})).toEqual([[name, "1"]]);
      }
      expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    },
  );

  it("does not let an object's properties reach its prototype", () => {
    const row: ParameterRow = {
      in: "query",
      name: "f",
      style: "deepObject",
      value: { properties: {} },
    };
    const decoded = decode(row, { query: parseQuery("f[__proto__]=1&f[a]=2") });
    const filter = decoded.query?.f;
    expect(Object.entries(filter ?? {})).toEqual([
      ["__proto__", "1"],
      ["a", "2"],
    ]);
  });

  it("reads deep objects as deep as they are declared", () => {
    const value = { properties: { size: { properties: { min: "integer" } }, tags: list } } as const;
    const row: ParameterRow = { in: "query", name: "f", style: "deepObject", value };
    const query = parseQuery("f[size][min]=1&f[tags]=a&f[tags]=b&f[other]=x&g[a]=1&f=1");
    expect(decode(row, { query }).query).toEqual({
      f: { size: { min: 1 }, tags: ["a", "b"], other: "x" },
    });
  });

  it("gives an exploded object only names that no other parameter has", () => {
    const row: ParameterRow = {
      in: "query",
      name: "filter",
      value: { properties: {}, additional: "integer" },
    };
    expect(decode([row, limit], { query: parseQuery("a=1&limit=5&b=2") }).query).toEqual({
      filter: { a: 1, b: 2 },
      limit: 5,
    });
  });

  it("parses a parameter whose media type is JSON, and says where it is not JSON", () => {
    const row: ParameterRow = {
      in: "query",
      name: "filter",
      value: "any",
      mediaType: "application/json",
    };
    expect(decode(row, { query: { filter: '{"a":[1]}' } }).query).toEqual({ filter: { a: [1] } });
    const errors: ProblemError[] = [];
    decode(row, { query: { filter: "{" } }, errors);
    expect(errors).toEqual([{ detail: "must be a JSON document", in: "query", name: "filter" }]);
  });

  it("leaves label and matrix text that does not start as it has to", () => {
    const rows: ParameterRow[] = [
      { in: "path", name: "a", style: "label", value: "integer" },
      { in: "path", name: "b", style: "matrix", value: "integer" },
    ];
    expect(decode(rows, { path: { a: "5", b: ";c=5" } }).path).toEqual({ a: "5", b: ";c=5" });
  });
});
