import type { JsonObject } from "@gatewright/contract";
import { describe, expect, it } from "vitest";
import { compileFiles } from "../check/document/testing/check-text.js";

const ok = { description: "ok" };
const ref = (name: string) => ({ $ref: `#/components/${name}` });
const range = (length: number) => Array.from({ length }, (_, index) => index);
const byName = (length: number, prefix: string, value: (index: number) => unknown) =>
  Object.fromEntries(range(length).map((index) => [`${prefix}${index}`, value(index)]));

/** What is said about a document with one operation. */
async function found(
  operation: object,
  components: object,
  more: object = {},
): Promise<readonly unknown[]> {
  const document = {
    openapi: "3.1.0",
    info: { title: "Notes", version: "1" },
    paths: { "/notes": { get: { responses: { 200: ok }, ...operation } } },
    components,
    ...more,
  };
  const compilation = await compileFiles({ "api.json": JSON.stringify(document) });
  return compilation.diagnostics.map((diagnostic) => {
    const { code, pointer, message } = compilation.locate(diagnostic);
    return { code, pointer, message };
  });
}

const answering = (headers: object) => ({ responses: { 200: { ...ok, headers } } });
/** A header whose parts have headers. */
const holding = (...inner: readonly object[]) => ({
  content: {
    "multipart/mixed": {
      encoding: Object.fromEntries(
        inner.map((header, index) => [`part${index}`, { headers: { Inner: header } }]),
      ),
    },
  },
});
const tooLarge = expect.stringMatching(
  /^with its references written out this is [\d,.e+]+ MB; at most 200 MB are read$/,
);

describe("references that stand for too much", () => {
  it("are refused where headers double headers, at the first that is too large", async () => {
    const headers = byName(40, "h", (index) =>
      index === 39
        ? { schema: { type: "string" } }
        : holding(ref(`headers/h${index + 1}`), ref(`headers/h${index + 1}`)),
    );
    expect(await found(answering({ Outer: ref("headers/h0") }), { headers })).toEqual([
      {
        code: "GW1026",
        pointer: expect.stringMatching(/^\/components\/headers\/h\d+\//),
        message: tooLarge,
      },
    ]);
  });

  it("are refused where path items double path items through callbacks", async () => {
    const pathItems = byName(40, "p", (index) => {
      const next = { "{$url}": ref(`pathItems/p${index + 1}`) };
      return {
        post: { responses: { 200: ok }, ...(index < 39 && { callbacks: { a: next, b: next } }) },
      };
    });
    expect(
      await found({ callbacks: { a: { "{$url}": ref("pathItems/p0") } } }, { pathItems }),
    ).toEqual([expect.objectContaining({ code: "GW1026", message: tooLarge })]);
  });

  it("are refused where maps of properties double each other", async () => {
    const maps = byName(40, "m", (index) => {
      const inner = { properties: { $ref: `#/x-maps/m${index + 1}` } };
      return index === 39 ? { text: { type: "string" } } : { a: inner, b: inner };
    });
    const Note = { properties: { $ref: "#/x-maps/m0" } };
    expect(await found({}, { schemas: { Note } }, { "x-maps": maps })).toEqual([
      expect.objectContaining({ code: "GW1026", message: tooLarge }),
    ]);
  });

  it("are refused where many operations share a large answer", async () => {
    const paths = byName(3_000, "/notes", () => ({
      get: { responses: { 200: ref("responses/R") } },
    }));
    const headers = byName(3_000, "X-", () => ref("headers/H"));
    const R = { ...ok, headers };
    const components = { responses: { R }, headers: { H: { schema: { type: "string" } } } };
    expect(await found({}, components, { paths })).toEqual([
      { code: "GW1026", pointer: "/paths", message: tooLarge },
    ]);
  });

  it("are refused where a header is a part of itself", async () => {
    const components = { headers: { H: holding(ref("headers/H")) } };
    expect(await found(answering({ Outer: ref("headers/H") }), components)).toEqual([
      {
        code: "GW1026",
        pointer: "/paths/~1notes/get/responses/200/headers/Outer",
        message: expect.stringContaining("a part of itself"),
      },
    ]);
  });

  it.each<[string, (next: JsonObject | null) => object]>([
    ["aliases", (next) => next ?? { schema: {} }],
    ["headers in headers", (next) => (next ? holding(next) : { schema: {} })],
  ])("are refused when %s lead on and on, said once", async (_, header) => {
    const headers = byName(5_000, "h", (index) =>
      header(index === 4_999 ? null : ref(`headers/h${index + 1}`)),
    );
    expect(await found(answering({ Outer: ref("headers/h0") }), { headers })).toEqual([
      { code: "GW1026", pointer: expect.any(String), message: expect.stringContaining("100 ref") },
    ]);
  });

  it("are refused when path items lead on and on, said once", async () => {
    const pathItems = byName(5_000, "p", (index) => ({
      post: {
        responses: { 200: ok },
        callbacks: { next: { "{$url}": ref(`pathItems/p${(index + 1) % 5_000}`) } },
      },
    }));
    expect(await found({}, { pathItems }, { paths: { "/notes": ref("pathItems/p0") } })).toEqual([
      expect.objectContaining({ code: "GW1026", message: expect.stringContaining("100 ref") }),
    ]);
  });
});

describe("references that are read", () => {
  it("may be callbacks that lead back to themselves, and schemas that double each other", async () => {
    const callback = {
      "{$url}": { post: { responses: { 200: ok }, callbacks: { c: ref("callbacks/C") } } },
    };
    const schemas = byName(40, "S", (index) => {
      const next = ref(`schemas/S${index + 1}`);
      return index === 39 ? { type: "string" } : { properties: { a: next, b: next } };
    });
    const components = { callbacks: { C: callback }, schemas };
    expect(await found({ callbacks: { c: ref("callbacks/C") } }, components)).toEqual([]);
  });
});
