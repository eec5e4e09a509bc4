import {
  allCodecs,
  decodeRequest,
  type FormFieldRow,
  type OperationRow,
} from "@gatewright/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formBody, multipartBody } from "./index.js";

type Rows = Readonly<Record<string, FormFieldRow>>;

/** What the server makes of a body that the SDK has written. */
async function received(kind: "form" | "multipart", rows: Rows, body: object): Promise<unknown> {
  const fields = Object.fromEntries(
    Object.entries(rows).map(([name, { value: _, isBinary: __, ...field }]) => [name, field]),
  );
  const { content, mediaType } = (kind === "form" ? formBody : multipartBody)(fields)(body);
  const request = new Request("https://none.test", {
    method: "POST",
    body: content ?? null,
    ...(mediaType !== undefined && { headers: { "content-type": mediaType } }),
  });
  const declared = kind === "form" ? "application/x-www-form-urlencoded" : "multipart/form-data";
  const row: OperationRow = {
    id: "send",
    method: "POST",
    path: "/",
    body: { content: [{ mediaType: declared, kind, fields: rows }] },
    responses: {},
  };
  const decoded = decodeRequest(
    row,
    undefined,
    {
      path: {},
      query: {},
      headers: {},
      cookies: {},
      contentType: request.headers.get("content-type") ?? "",
      body: new Uint8Array(await request.arrayBuffer()),
    },
    allCodecs,
  );
  return decoded.kind === "ok" ? Object(decoded.input).body : decoded;
}

const LIST = { items: "string" } as const;
const OBJECT = { properties: { a: "string", b: "integer" } } as const;

describe.each(["form", "multipart"] as const)("a %s body", (kind) => {
  it.each<[string, FormFieldRow, unknown]>([
    ["a list as several fields", { value: LIST }, ["a", "b c"]],
    ["a list with pipes", { value: LIST, style: "pipeDelimited", explode: false }, ["a", "b&c"]],
    ["a list with spaces", { value: LIST, style: "spaceDelimited", explode: false }, ["a", "b"]],
    ["a list with commas", { value: { items: "integer" }, explode: false }, [1, 2]],
    ["an object in brackets", { value: OBJECT, style: "deepObject" }, { a: "x=y", b: 2 }],
    ["an object in a row", { value: OBJECT, explode: false }, { a: "x", b: 2 }],
    ["an object as JSON", { value: OBJECT, contentType: "application/json" }, { a: "x", b: 2 }],
    [
      "a list of objects as JSON",
      { value: { items: OBJECT }, contentType: "application/json" },
      [{ a: "x", b: 2 }, { a: "y" }],
    ],
    ["JSON that is a text", { value: "string", contentType: "application/json" }, "1"],
    ["a text of another media type", { value: LIST, contentType: "text/csv" }, ["a,b", "c"]],
    ["a number", { value: "integer" }, 3],
  ])("carries %s to the server", async (_, row, value) => {
    const body = { other: "plain", field: value };
    expect(await received(kind, { field: row, other: { value: "string" } }, body)).toEqual(body);
  });

  it("carries a backslash at the end of a name", async () => {
    const body = { "\\": "a", 'q"\\': "b", "": "c" };
    const rows = {
      "\\": { value: "string" },
      'q"\\': { value: "string" },
      "": { value: "string" },
    } as const;
    expect(await received(kind, rows, body)).toEqual(body);
  });

  it("carries any texts and names", async () => {
    // A platform writes every line end as CRLF, and a quote in a name like `%22`.
    const text = fc.string({ unit: "grapheme" }).map((value) => value.replace(/[\r\n]|%22/g, " "));
    const body = fc.dictionary(text, text, { minKeys: 1, noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(body, async (fields) => {
        const rows = Object.entries(fields).map(([name]) => [name, { value: "string" }] as const);
        expect(await received(kind, Object.fromEntries(rows), fields)).toEqual(fields);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a part of a multipart body", () => {
  const part = (value: unknown, contentType: string): FormDataEntryValue | null => {
    const { content } = multipartBody({ file: { contentType } })({ file: value });
    return content instanceof FormData ? content.get("file") : null;
  };

  it("has the declared media type, unless its file has one", () => {
    expect(part(new Blob(["x"]), "image/png")).toMatchObject({ type: "image/png", name: "blob" });
    expect(part(new File(["x"], "a.png"), "image/png")).toMatchObject({
      type: "image/png",
      name: "a.png",
    });
    expect(part(new File(["x"], "a", { type: "image/gif" }), "image/png")).toMatchObject({
      type: "image/gif",
    });
    expect(part(new Blob(["x"]), "image/png, image/gif")).toMatchObject({ type: "" });
    expect(part("a,b", "text/csv")).toMatchObject({ type: "text/csv" });
    expect(part("text", "text/plain")).toBe("text");
  });
});
