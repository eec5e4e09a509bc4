import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

const document = (name: string) => `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  x-notes: { "any thing": 1 }
  schemas:
    Cat: { type: object }
    ${name}: { type: object }
`;

describe("GW1061 componentName", () => {
  it("points at the name, and says which characters there are", async () => {
    expect(await checkText(document("Dog/x"))).toMatchInlineSnapshot(`
      "api.yaml:8:5 warning GW1061 the name "Dog/x" of a component has characters that are not allowed
          7 |     Cat: { type: object }
          8 |     Dog/x: { type: object }
            |     ^^^^^
        fix: Use letters A to Z and a to z, digits, ".", "-" and "_" only; other tools may refuse the document.
        docs: docs/diagnostics/GW1061.md   (or: gatewright explain GW1061)"
    `);
  });

  it("points at an empty name", async () => {
    expect(await checkText(document('""'))).toContain("api.yaml:8:5 warning GW1061");
  });

  it("has nothing to say about the corrected document", async () => {
    expect(await checkText(document("Dog.x-1_A"))).toBe("");
  });
});
