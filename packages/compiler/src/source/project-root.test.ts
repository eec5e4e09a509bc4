import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { printAll } from "../check/document/testing/check-text.js";
import { compile } from "../compile.js";

const CANARY = "canary-7f3a";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "gatewright-root-"));
  mkdirSync(path.join(folder, "api", "inner"), { recursive: true });
  writeFileSync(path.join(folder, "canary.yaml"), `Note: { description: ${CANARY} }\n`);
  writeFileSync(path.join(folder, "api", "near.yaml"), "Note: { type: string }\n");
  symlinkSync(path.join(folder, "canary.yaml"), path.join(folder, "api", "link.yaml"));
  symlinkSync(folder, path.join(folder, "api", "up"));
  symlinkSync(path.join(folder, "api", "near.yaml"), path.join(folder, "api", "inner", "ok.yaml"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Codes that a reference earns, after making sure that the canary shows nowhere. */
async function codesFor(reference: string, root?: string): Promise<readonly string[]> {
  const document = {
    openapi: "3.1.0",
    info: { title: "Notes", version: "1" },
    paths: {},
    components: { schemas: { Note: { $ref: reference } } },
  };
  writeFileSync(path.join(folder, "api", "api.json"), JSON.stringify(document));
  const compilation = await compile({
    entry: "api/api.json",
    workingDirectory: folder,
    ...(root === undefined ? {} : { root }),
  });
  if (root === undefined) {
    const everything = JSON.stringify([compilation, printAll(compilation)]);
    expect(everything).not.toContain(CANARY);
    expect(compilation.files.filter((file) => file.includes("canary"))).toEqual([]);
  }
  return compilation.diagnostics.map((diagnostic) => diagnostic.code);
}

describe("the project root", () => {
  it.each([
    "../canary.yaml#/Note",
    "inner/../../canary.yaml#/Note",
    "%2e%2e/canary.yaml#/Note",
    "..%2Fcanary.yaml#/Note",
    "..\\canary.yaml#/Note",
    "link.yaml#/Note",
    "up/canary.yaml#/Note",
    "/etc/hosts",
    "//host/share/canary.yaml",
    "\\\\host\\share\\canary.yaml",
    "C:\\canary.yaml",
    "file:///etc/hosts",
    "FILE:../canary.yaml",
  ])("does not let %s out", async (reference) => {
    expect(await codesFor(reference)).toEqual(["GW1012"]);
  });

  it("does not tell whether a file outside is there", async () => {
    expect(await codesFor("../no-such-file.yaml")).toEqual(["GW1012"]);
  });

  it("follows a link that stays inside", async () => {
    expect(await codesFor("inner/ok.yaml#/Note")).toEqual([]);
  });

  it("reaches what a wider root holds", async () => {
    expect(await codesFor("../canary.yaml#/Note", ".")).toEqual([]);
  });

  it("does not open a folder for a file", async () => {
    expect(await codesFor("inner")).toEqual(["GW1011"]);
  });
});

describe("the network", () => {
  it("is never asked: not by references, not by data that looks like them", async () => {
    let requests = 0;
    const server = createServer((_request, response) => {
      requests += 1;
      response.end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const url = `http://127.0.0.1:${port}/schema.json`;
    try {
      expect(await codesFor(url)).toEqual(["GW1013"]);
      const text = [
        "openapi: 3.1.0",
        'info: { title: Notes, version: "1" }',
        "paths: {}",
        `x-link: { $ref: "${url}" }`,
        "components:",
        "  schemas:",
        "    Note:",
        `      default: { $ref: "${url}" }`,
        `      enum: [{ $ref: "${url}" }]`,
        `      const: { $ref: "${url}" }`,
        `      examples: [{ $ref: "${url}" }]`,
        `  examples: { note: { value: { $ref: "${url}" }, externalValue: "${url}" } }`,
      ];
      writeFileSync(path.join(folder, "api", "data.yaml"), text.join("\n"));
      const compilation = await compile({ entry: "api/data.yaml", workingDirectory: folder });
      expect(compilation.diagnostics).toEqual([]);
      expect(JSON.stringify(compilation.bundle).split(url)).toHaveLength(8);
      expect(requests).toBe(0);
    } finally {
      server.close();
    }
  });
});
