import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1021 valueType", () => {
  it("says that a value has the wrong type", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: object
      properties:
        text: { type: string, required: true }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:9:41 error GW1021 "required" must be a list; this is true
          8 |       properties:
          9 |         text: { type: string, required: true }
            |                                         ^^^^
        fix: List the required properties in the object that has them: required: ["name"].
        docs: docs/diagnostics/GW1021.md   (or: gatewright explain GW1021)"
    `);
  });

  it("asks for quotes around a version", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: 1.0 }
paths: {}
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:2:32 error GW1021 "version" must be text; this is the number 1
          1 | openapi: 3.1.0
          2 | info: { title: Notes, version: 1.0 }
            |                                ^^^
        fix: Put it in quotes: without them YAML reads a number.
        docs: docs/diagnostics/GW1021.md   (or: gatewright explain GW1021)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: object
      required: [text]
      properties:
        text: { type: string }
`;
    expect(await checkText(document)).toBe("");
  });
});
