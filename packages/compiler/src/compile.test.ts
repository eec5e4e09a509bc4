import path from "node:path";
import { describe, expect, it } from "vitest";
import { compileFiles, printAll } from "./check/document/testing/check-text.js";
import { compile } from "./compile.js";

/** The folder of this package. */
const workingDirectory = path.resolve(import.meta.dirname, "..");

describe("compile", () => {
  it("reports independent errors of several files in one run", async () => {
    const compilation = await compileFiles({
      "api.yaml": `openapi: 3.1.0
info: { title: Notes }
paths:
  /notes: { $ref: notes.yaml }
  /memos: { $ref: memos.yaml }
`,
      "notes.yaml": "get: { responses: { '200': {} } }\n",
      "memos.yaml": "get: {\n",
    });
    const found = compilation.diagnostics.map((each) => {
      const { code, file, line } = compilation.locate(each);
      return `${file}:${line} ${code}`;
    });
    expect(found).toEqual(["memos.yaml:1 GW1002", "api.yaml:2 GW1020", "notes.yaml:1 GW1020"]);
  });

  it("says once what stands in a part that is referenced many times", async () => {
    const compilation = await compileFiles({
      "api.yaml": `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /a: { $ref: item.yaml }
  /b: { $ref: item.yaml }
`,
      "item.yaml": "get: { responses: { '200': {} } }\n",
    });
    expect(compilation.diagnostics.map((each) => each.code)).toEqual(["GW1020"]);
  });

  it("names the nearest file when the document is not there", async () => {
    const compilation = await compile({ entry: "no-such-document.yaml" });
    expect(compilation.contract).toBeNull();
    expect(compilation.bundle).toEqual({});
    expect(printAll(compilation)).toMatchInlineSnapshot(`
      "no-such-document.yaml:1:1 error GW1001 there is no file "no-such-document.yaml"
        fix: Name an OpenAPI document: a .yaml, .yml or .json file inside the project root.
        docs: docs/diagnostics/GW1001.md   (or: gatewright explain GW1001)"
    `);
  });

  it("does not take another root for one that is not there", async () => {
    const compilation = await compile({
      entry: "package.json",
      root: "no-such-folder",
      workingDirectory,
    });
    expect(compilation.files).toEqual([]);
    expect(compilation.diagnostics.map((each) => each.message)).toEqual([
      'there is no folder "no-such-folder" to be the project root',
    ]);
  });

  it("does not read a document outside the root that was asked for", async () => {
    const compilation = await compile({ entry: "package.json", root: "src", workingDirectory });
    expect(compilation.files).toEqual([]);
    expect(compilation.diagnostics.map((each) => each.message)).toEqual([
      "the document is not read: it stands outside the project root",
    ]);
  });

  it.each([
    ["swagger: '2.0'\n", "Swagger 2.0 is not supported (OpenAPI 3.0.x and 3.1.x are)"],
    ["openapi: 4.0.0\n", "OpenAPI 4.0.0 is not supported (3.0.x and 3.1.x are)"],
    ["- 1\n", "this is not an OpenAPI document: it is not an object"],
    ["a: 1\n", 'this is not an OpenAPI document: the field "openapi" is missing'],
  ])("has one thing to say about %j", async (text, message) => {
    const { contract, diagnostics } = await compileFiles({ "api.yaml": text });
    expect(contract).toBeNull();
    expect(diagnostics.map((each) => [each.code, each.message])).toEqual([["GW1007", message]]);
  });
});
