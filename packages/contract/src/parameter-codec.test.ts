import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCookies, parseQuery } from "./multi-map.js";
import type { ParameterRow, ValueShape } from "./operation-row.js";
import { decodeParameters, type ParameterValues } from "./parameter-decoder.js";
import { encodeParameters, PathParameterError } from "./parameter-encoder.js";
import { decodePercent } from "./percent.js";
import type { ProblemError } from "./problem.js";

const nothing: ParameterValues = { path: {}, query: {}, headers: {}, cookies: {} };

function decode(
  rows: ParameterRow | readonly ParameterRow[],
  values: Partial<ParameterValues>,
  errors: ProblemError[] = [],
) {
  return decodeParameters([rows].flat(), { ...nothing, ...values }, errors);
}

const list = { items: "string" } as const;
const rgb = { properties: { R: "integer", G: "integer", B: "integer" } } as const;

/**
 * The examples of OpenAPI 3.1 "Style Examples" for `color`: empty, a string, a list and an object. Those of
 * label without explode are written as RFC 6570 §3.2.5 has them, as OpenAPI 3.1.1 has corrected them.
 */
const styles: readonly (readonly [
  style: NonNullable<ParameterRow["style"]>,
  explode: boolean,
  location: "path" | "query",
  text: { empty?: string; string?: string; array?: string; object?: string },
])[] = [
  [
    "matrix",
    false,
    "path",
    {
      empty: ";color",
      string: ";color=blue",
      array: ";color=blue,black,brown",
      object: ";color=R,100,G,200,B,150",
    },
  ],
  [
    "matrix",
    true,
    "path",
    {
      empty: ";color",
      string: ";color=blue",
      array: ";color=blue;color=black;color=brown",
      object: ";R=100;G=200;B=150",
    },
  ],
  [
    "label",
    false,
    "path",
    { string: ".blue", array: ".blue,black,brown", object: ".R,100,G,200,B,150" },
  ],
  [
    "label",
    true,
    "path",
    { string: ".blue", array: ".blue.black.brown", object: ".R=100.G=200.B=150" },
  ],
  [
    "simple",
    false,
    "path",
    { string: "blue", array: "blue,black,brown", object: "R,100,G,200,B,150" },
  ],
  [
    "simple",
    true,
    "path",
    { string: "blue", array: "blue,black,brown", object: "R=100,G=200,B=150" },
  ],
  [
    "form",
    false,
    "query",
    {
      empty: "color=",
      string: "color=blue",
      array: "color=blue,black,brown",
      object: "color=R,100,G,200,B,150",
    },
  ],
  [
    "form",
    true,
    "query",
    {
      empty: "color=",
      string: "color=blue",
      array: "color=blue&color=black&color=brown",
      object: "R=100&G=200&B=150",
    },
  ],
  [
    "spaceDelimited",
    false,
    "query",
    { array: "color=blue%20black%20brown", object: "color=R%20100%20G%20200%20B%20150" },
  ],
  [
    "pipeDelimited",
    false,
    "query",
    { array: "color=blue%7Cblack%7Cbrown", object: "color=R%7C100%7CG%7C200%7CB%7C150" },
  ],
  ["deepObject", true, "query", { object: "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150" }],
];

const samples = {
  empty: ["string", ""],
  string: ["string", "blue"],
  array: [list, ["blue", "black", "brown"]],
  object: [rgb, { R: 100, G: 200, B: 150 }],
} as const satisfies Record<string, readonly [ValueShape, unknown]>;

describe("styles", () => {
  for (const [style, explode, location, texts] of styles) {
    for (const kind of ["empty", "string", "array", "object"] as const) {
      const text = texts[kind];
      if (text === undefined) continue;
      const [value, sample] = samples[kind];
      const row: ParameterRow = { in: location, name: "color", style, explode, value };
      const label = `${style}${explode ? " exploded" : ""} ${kind}`;
      it(`${label} writes ${text}`, () => {
        const encoded = encodeParameters("{color}", [row], { [location]: { color: sample } });
        expect(location === "path" ? encoded.path : encoded.query).toBe(text);
      });
      it(`${label} reads ${text}`, () => {
        const values =
          location === "path" ? { path: { color: text } } : { query: parseQuery(text) };
        expect(decode(row, values)[location]).toEqual({ color: sample });
      });
    }
  }
});

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

describe("decode(encode(x)) = x", () => {
  /** Text without the characters that a style uses between values: once percent-decoded they cannot be told apart. */
  const text = fc
    .string({ unit: "grapheme", minLength: 1 })
    .filter((each) => !/[,.;=|\s]/.test(each));
  const scalar = fc.oneof(
    fc.integer().map((value) => ["integer", value] as const),
    fc.boolean().map((value) => ["boolean", value] as const),
    text.map((value) => ["string", value] as const),
  );
  const value = fc.oneof(
    scalar,
    fc.array(text, { minLength: 1 }).map((items) => [list, items] as const),
    fc.array(fc.integer(), { minLength: 1 }).map((items) => [{ items: "integer" }, items] as const),
    fc
      .dictionary(text, fc.integer(), { minKeys: 1 })
      .map((object) => [{ properties: {}, additional: "integer" }, object] as const),
  );
  const place = fc.constantFrom(
    ...(["simple", "label", "matrix"] as const).flatMap((style) => [
      ["path", style, true] as const,
      ["path", style, false] as const,
    ]),
    ["query", "form", true] as const,
    ["query", "form", false] as const,
    ["query", "spaceDelimited", false] as const,
    ["query", "pipeDelimited", false] as const,
    ["query", "deepObject", true] as const,
    ["cookie", "form", true] as const,
    ["cookie", "form", false] as const,
  );

  it("for every style, explode and location", () => {
    fc.assert(
      fc.property(place, value, ([location, style, explode], [shape, sample]) => {
        const isObject = typeof sample === "object" && !Array.isArray(sample);
        fc.pre(style !== "deepObject" || isObject);
        fc.pre(!isObject || !Object.keys(sample).some((key) => /[[\]]/.test(key)));
        const row: ParameterRow = { in: location, name: "näme", style, explode, value: shape };
        const group = location === "cookie" ? "cookies" : location;
        const sent = encodeParameters("{näme}", [row], { [group]: { näme: sample } });
        const received = decode(row, {
          path: { näme: decodePercent(sent.path) },
          query: parseQuery(sent.query),
          cookies: parseCookies(sent.headers.cookie ?? ""),
        });
        expect(received[group]).toEqual({ näme: sample });
      }),
      { numRuns: 1000 },
    );
  });

  it("for any text in a query, a cookie and a path", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (sample) => {
        fc.pre(!/^\.{0,2}$/.test(sample));
        const rows: ParameterRow[] = [
          { in: "path", name: "p", value: "string" },
          { in: "query", name: "q", value: "string" },
          { in: "query", name: "r", value: list },
          { in: "cookie", name: "c", value: "string" },
        ];
        const input = {
          path: { p: sample },
          query: { q: sample, r: [sample, sample] },
          cookies: { c: sample },
        };
        const sent = encodeParameters("{p}", rows, input);
        expect(
          decode(rows, {
            path: { p: decodePercent(sent.path) },
            query: parseQuery(sent.query),
            cookies: parseCookies(sent.headers.cookie ?? ""),
          }),
        ).toEqual(input);
      }),
      { numRuns: 200 },
    );
  });
});
