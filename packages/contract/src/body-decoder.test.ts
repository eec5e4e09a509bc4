import { describe, expect, it } from "vitest";
import { allCodecs } from "./all-codecs.js";
import { decodeBody as decodeBodyWith } from "./body-decoder.js";
import type { FormFieldRow, MediaTypeRow, RequestBodyRow } from "./operation-row.js";

function decodeBody(
  row: RequestBodyRow,
  contentType: string | undefined,
  sent: string | Uint8Array | null | undefined,
) {
  return decodeBodyWith(row, contentType, sent, allCodecs);
}

const json: RequestBodyRow = {
  required: true,
  content: [{ mediaType: "application/json", kind: "json" }],
};

function body(...content: MediaTypeRow[]): RequestBodyRow {
  return { required: true, content };
}

describe("decodeBody", () => {
  it.each([
    "application/json",
    "application/json; charset=utf-8",
    'Application/JSON;charset="UTF-8"',
  ])("reads JSON sent as %s", (contentType) => {
    expect(decodeBody(json, contentType, '{"a":1}')).toEqual({
      kind: "decoded",
      mediaType: "application/json",
      value: { a: 1 },
    });
  });

  it("reads JSON that came as bytes", () => {
    const bytes = new TextEncoder().encode('{"a":"ü"}');
    expect(decodeBody(json, "application/json", bytes)).toMatchObject({ value: { a: "ü" } });
  });

  it.each([
    ['{"a": ', "is not JSON: the text ends too early"],
    ["{'a': 1}", expect.stringMatching(/^is not JSON: syntax error at position 1/)],
    ["hello", "is not JSON: syntax error"],
    ["undefined", "is not JSON: syntax error"],
  ])("refuses %j with a place and without quoting it", (text, detail) => {
    expect(decodeBody(json, "application/json", text)).toEqual({
      kind: "refused",
      status: 400,
      error: { detail, pointer: "" },
    });
  });

  it("refuses a missing body where one is required, and takes it where not", () => {
    for (const nothing of [null, undefined, "", new Uint8Array()]) {
      expect(decodeBody(json, "application/json", nothing)).toEqual({
        kind: "refused",
        status: 400,
        error: { detail: "a body is required", pointer: "" },
      });
      expect(decodeBody({ content: json.content }, undefined, nothing)).toEqual({ kind: "absent" });
    }
  });

  it("answers 415 to a media type that is not declared, naming those that are", () => {
    expect(decodeBody(json, "text/plain", "x")).toEqual({
      kind: "refused",
      status: 415,
      error: { detail: "must be application/json", in: "header", name: "content-type" },
    });
    expect(decodeBody(json, "application/jsonx", "{}")).toMatchObject({ status: 415 });
    expect(decodeBody(json, "application/merge-patch+json", "{}")).toMatchObject({ status: 415 });
  });

  it("takes a body without Content-Type for JSON, as API Gateway does", () => {
    expect(decodeBody(json, undefined, "[]")).toMatchObject({ value: [] });
  });

  it("chooses the most specific media type that fits", () => {
    const row = body(
      { mediaType: "*/*", kind: "binary" },
      { mediaType: "text/*", kind: "text" },
      { mediaType: "text/csv", kind: "text" },
      { mediaType: "application/vnd.a+json", kind: "json" },
    );
    const chosen = (contentType: string) => {
      const decoded = decodeBody(row, contentType, "1");
      return decoded.kind === "decoded" ? [decoded.mediaType, decoded.value] : decoded;
    };
    expect(chosen("text/csv; header=present")).toEqual(["text/csv", "1"]);
    expect(chosen("text/html")).toEqual(["text/*", "1"]);
    expect(chosen("application/vnd.a+json")).toEqual(["application/vnd.a+json", 1]);
    expect(chosen("image/png")).toEqual(["*/*", new Uint8Array([49])]);
    expect(chosen("application/json")).toEqual(["*/*", 1]);
  });

  it("keeps names such as __proto__ as data", () => {
    const decoded = decodeBody(json, "application/json", '{"__proto__":{"a":1}}');
    expect(decoded.kind === "decoded" && Object.keys(Object(decoded.value))).toEqual(["__proto__"]);
  });

  it("reads text in its charset, and leaves bytes as they are", () => {
    const bytes = new Uint8Array([0xfc]);
    const text = body({ mediaType: "text/plain", kind: "text" });
    expect(decodeBody(text, "text/plain; charset=iso-8859-1", bytes)).toMatchObject({ value: "ü" });
    expect(decodeBody(text, "text/plain; charset=no-such", new Uint8Array([65]))).toMatchObject({
      value: "A",
    });
    expect(decodeBody(text, "text/plain", "")).toMatchObject({ kind: "decoded", value: "" });
    const binary = body({ mediaType: "image/png", kind: "binary" });
    expect(decodeBody(binary, "image/png", bytes)).toMatchObject({ value: bytes });
  });

  it("reads form fields by their declared shape, style and media type", () => {
    const fields: Record<string, FormFieldRow> = {
      count: { value: "integer" },
      tags: { value: { items: "string" } },
      ids: { value: { items: "integer" }, explode: false },
      point: { value: { properties: { x: "integer" } }, style: "deepObject" },
      meta: { value: { properties: {} }, contentType: "application/json" },
    };
    const row = body({ mediaType: "application/x-www-form-urlencoded", kind: "form", fields });
    const text =
      "count=3&tags=a&tags=b+c&ids=1,2&point[x]=5&meta=%7B%22k%22%3Atrue%7D&other=o&other=p&__proto__=z";
    const decoded = decodeBody(row, "application/x-www-form-urlencoded", text);
    expect(decoded.kind === "decoded" && Object.entries(Object(decoded.value))).toEqual([
      ["count", 3],
      ["tags", ["a", "b c"]],
      ["ids", [1, 2]],
      ["point", { x: 5 }],
      ["meta", { k: true }],
      ["other", ["o", "p"]],
      ["__proto__", "z"],
    ]);
  });
});

describe("multipart", () => {
  const fields: Record<string, FormFieldRow> = {
    title: { value: "string" },
    count: { value: "integer" },
    file: { value: "any", isBinary: true },
    files: { value: { items: "any" }, isBinary: true },
    meta: { value: { properties: {} } },
  };
  const row = body({ mediaType: "multipart/form-data", kind: "multipart", fields });

  it("reads what FormData writes: fields, files as bytes, JSON parts", async () => {
    const form = new FormData();
    form.append("title", 'a "quoted"\r\n--line');
    form.append("count", "3");
    form.append("file", new Blob([new Uint8Array([0, 255, 13, 10, 45, 45])]), "ü.bin");
    form.append("files", new Blob(["x"]), "1.txt");
    form.append("meta", new Blob(['{"k":[1]}'], { type: "application/json" }));
    form.append("extra", "e");
    const response = new Response(form);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const decoded = decodeBody(row, response.headers.get("content-type") ?? "", bytes);
    expect(decoded).toEqual({
      kind: "decoded",
      mediaType: "multipart/form-data",
      value: {
        title: 'a "quoted"\r\n--line',
        count: 3,
        file: new Uint8Array([0, 255, 13, 10, 45, 45]),
        files: [new Uint8Array([120])],
        meta: { k: [1] },
        extra: "e",
      },
    });
  });

  const contentType = "multipart/form-data; boundary=b";
  const part = '--b\r\nContent-Disposition: form-data; name="title"\r\n\r\n';
  it.each([
    ["an empty part", `${part}\r\n--b--\r\n`, { title: "" }],
    ["a preamble", `ignored\r\n${part}x\r\n--b--`, { title: "x" }],
    ["no part", "--b--\r\n", {}],
    ["a part without a name", "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--", {}],
  ])("reads %s", (_, text, value) => {
    expect(decodeBody(row, contentType, text)).toMatchObject({ kind: "decoded", value });
  });

  it.each([
    ["no end", `${part}x`],
    ["no boundary in it", "hello"],
    ["no end of the head", '--b\r\nContent-Disposition: form-data; name="title"\r\n--b--'],
    ["a boundary at its end", "--b"],
  ])("refuses a body with %s", (_, text) => {
    expect(decodeBody(row, contentType, text)).toMatchObject({ kind: "refused", status: 400 });
  });

  it("refuses a media type without a boundary", () => {
    expect(decodeBody(row, "multipart/form-data", part)).toMatchObject({
      kind: "refused",
      status: 400,
    });
  });
});
