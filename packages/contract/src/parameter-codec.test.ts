import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCookies, parseQuery } from "./multi-map.js";
import type { ParameterRow, ValueShape } from "./operation-row.js";
import { encodeParameters } from "./parameter-encoder.js";
import { decodePercent } from "./percent.js";
import { decode, list } from "./testing/decode.js";

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
