import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1015 schemaRecursion", () => {
  it("says that a schema applies itself without end", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      allOf:
        - $ref: "#/components/schemas/Memo"
    Memo:
      anyOf:
        - $ref: "#/components/schemas/Note"
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:6:5 error GW1015 the schema "Note" applies itself to the same value without end: Note → Memo → Note
          5 |   schemas:
          6 |     Note:
            |     ^^^^
        api.yaml:9:5 part of the circle
        fix: Let it refer to itself only inside properties or items.
        docs: docs/diagnostics/GW1015.md   (or: gatewright explain GW1015)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      properties:
        answers: { type: array, items: { $ref: "#/components/schemas/Note" } }
`;
    expect(await checkText(document)).toBe("");
  });
});
