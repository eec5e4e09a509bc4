import { describe, expect, it } from "vitest";
import { compileFiles } from "../check/document/testing/check-text.js";
import { documentDiagnostic } from "../diagnostic/document-diagnostic.js";

const YAML = `openapi: 3.1.0
info:
  title: Notes
  version: "1"
paths:
  /notes:
    get:
      tags: [a, bb]
      responses: {}
`;

async function place(
  text: string,
  at: string,
  isAtKey = false,
  name = "api.yaml",
): Promise<string> {
  const compilation = await compileFiles({ [name]: text });
  const finding = { code: "GW1000", at: `${name}#${at}`, isAtKey, message: "", fix: "" };
  const located = compilation.locate(documentDiagnostic(finding));
  const carets = compilation.frame(located)?.split("\n").at(-1)?.match(/\^+/)?.[0].length;
  return `${located.line}:${located.column} ${carets}`;
}

describe("locating", () => {
  it("points at values, at keys where asked, and at the key of an object", async () => {
    expect(await place(YAML, "/info/title")).toBe("3:10 5");
    expect(await place(YAML, "/info/title", true)).toBe("3:3 5");
    expect(await place(YAML, "/paths/~1notes/get")).toBe("7:5 3");
    expect(await place(YAML, "/paths/~1notes/get/tags/1")).toBe("8:17 2");
  });

  it("points at what should hold something that is missing", async () => {
    expect(await place(YAML, "/info/summary")).toBe("2:1 4");
    expect(await place(YAML, "/nothing/here")).toBe("1:1 1");
  });

  it("counts a byte order mark as nothing and CRLF as one line end", async () => {
    const text = `\uFEFF${YAML.replaceAll("\n", "\r\n")}`;
    expect(await place(text, "/info/version")).toBe("4:12 3");
    expect(await place(text, "/openapi")).toBe("1:10 5");
  });

  it("finds places in JSON by scanning it again", async () => {
    const json =
      '{\n  "openapi": "3.1.0",\n  "info": { "t\\u0069tle": "Notes", "version": "1" }\n}\n';
    expect(await place(json, "/info/title", false, "api.json")).toBe("3:27 7");
    expect(await place(json, "/info", false, "api.json")).toBe("3:3 6");
  });

  it("cuts a long line around the place", async () => {
    const long = `openapi: 3.1.0\ninfo: { title: ${"x".repeat(500)}, version: 1 }\npaths: {}\n`;
    const compilation = await compileFiles({ "api.yaml": long });
    const [first] = compilation.diagnostics;
    const frame = first && compilation.frame(compilation.locate(first));
    const [row = "", carets = ""] = frame?.split("\n").slice(-2) ?? [];
    expect(row.length).toBeLessThan(140);
    expect(row.charAt(carets.indexOf("^"))).toBe("1");
  });

  it("lets nothing of a document move the cursor of a terminal", async () => {
    const compilation = await compileFiles({
      "api.yaml": 'openapi: 3.1.0\ninfo: { title: "\u009b31m", version: 1 }\npaths: {}\n',
    });
    const [first] = compilation.diagnostics;
    expect(first && compilation.frame(compilation.locate(first))).not.toMatch(/[\u0080-\u009f]/);
  });

  it("names files relative to the working directory", async () => {
    const compilation = await compileFiles({
      "api.yaml": `${YAML}components: { schemas: { A: { $ref: parts/a.yaml } } }\n`,
      "parts/a.yaml": "type: strng\n",
    });
    const found = compilation.diagnostics.map((each) => compilation.locate(each));
    expect(found.find((each) => each.code === "GW1040")).toMatchObject({
      file: "parts/a.yaml",
      line: 1,
      column: 7,
      pointer: "/type",
    });
    expect(compilation.files).toEqual(["api.yaml", "parts/a.yaml"]);
  });
});
