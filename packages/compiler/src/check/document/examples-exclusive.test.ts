import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1024 examplesExclusive", () => {
  it("says that example and examples exclude each other", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: limit
          in: query
          schema: { type: integer }
          example: 3
          examples: { few: { value: 3 } }
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:10:11 error GW1024 "example" and "examples" stand side by side; only one of them may
          9 |           schema: { type: integer }
         10 |           example: 3
            |           ^^^^^^^
        api.yaml:11:11 the examples
        fix: Make the single example one of the examples.
        docs: docs/diagnostics/GW1024.md   (or: gatewright explain GW1024)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: limit
          in: query
          schema: { type: integer }
          examples: { few: { value: 3 } }
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toBe("");
  });
});
