import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1025 queryOnlyField", () => {
  it("says that a field has an effect in query parameters only", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: X-Trace
          in: header
          allowReserved: true
          schema: { type: string }
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:9:11 warning GW1025 "allowReserved" has no effect in a header parameter
          8 |           in: header
          9 |           allowReserved: true
            |           ^^^^^^^^^^^^^
        fix: Remove it; it says how query strings are written.
        docs: docs/diagnostics/GW1025.md   (or: gatewright explain GW1025)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: trace
          in: query
          allowReserved: true
          schema: { type: string }
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toBe("");
  });
});
