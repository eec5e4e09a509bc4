import { describe, expect, it } from "vitest";
import type { LocatedDiagnostic } from "./diagnostic.js";
import { renderJson } from "./render-json.js";
import { renderPretty } from "./render-pretty.js";

const diagnostic: LocatedDiagnostic = {
  code: "GW1003",
  severity: "error",
  target: null,
  message: 'operationId "listNotes" is already used',
  file: "api.yaml",
  line: 14,
  column: 16,
  pointer: "/paths/~1memos/get/operationId",
  fix: "Rename one of them.",
  docs: "docs/diagnostics/GW1003.md",
  related: [{ file: "api.yaml", line: 2, column: 16, pointer: "/a", message: "first used here" }],
};

describe("renderPretty", () => {
  it("says what, where, what to do and where to read more", () => {
    const frame = () => "   14 |   operationId: listNotes\n      |                ^^^^^^^^^";
    expect(renderPretty(diagnostic, { frame })).toMatchInlineSnapshot(`
      "api.yaml:14:16 error GW1003 operationId "listNotes" is already used
         14 |   operationId: listNotes
            |                ^^^^^^^^^
        api.yaml:2:16 first used here
        fix: Rename one of them.
        docs: docs/diagnostics/GW1003.md   (or: gatewright explain GW1003)"
    `);
  });

  it("names the target that is left out", () => {
    const blocked = { ...diagnostic, target: "rest-api", blocksTarget: true } as const;
    expect(renderPretty(blocked, { frame: () => null })).toContain("leaves out: rest-api");
  });

  it("never begins a line the way a stack trace does, whatever a document says", () => {
    const hostile = { ...diagnostic, message: "x\nat y\r\n    at z", fix: "\n  at q" };
    const text = renderPretty(hostile, { frame: () => null });
    expect(text).not.toMatch(/^\s*at /m);
  });

  it("uses colours only when asked", () => {
    const plain = renderPretty(diagnostic, { frame: () => null });
    const colored = renderPretty(diagnostic, { frame: () => null, hasColor: true });
    expect(plain).not.toContain("\u001b");
    expect(colored).toContain("\u001b[31merror\u001b[0m");
  });
});

describe("renderJson", () => {
  it("gives one object with every field of the format and no other", () => {
    const extra = { ...diagnostic, internal: true };
    expect(JSON.stringify(renderJson([extra]), null, 1)).toMatchInlineSnapshot(`
      "{
       "diagnostics": [
        {
         "code": "GW1003",
         "severity": "error",
         "target": null,
         "message": "operationId \\"listNotes\\" is already used",
         "file": "api.yaml",
         "line": 14,
         "column": 16,
         "pointer": "/paths/~1memos/get/operationId",
         "fix": "Rename one of them.",
         "docs": "docs/diagnostics/GW1003.md",
         "related": [
          {
           "file": "api.yaml",
           "line": 2,
           "column": 16,
           "pointer": "/a",
           "message": "first used here"
          }
         ]
        }
       ]
      }"
    `);
  });
});
