import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1034 pathQuery", () => {
  it("says that a path holds a query string or a fragment", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes?archived=true:
    get:
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:4:3 warning GW1034 the path "/notes?archived=true" has a query string, which no server routes by
          3 | paths:
          4 |   /notes?archived=true:
            |   ^^^^^^^^^^^^^^^^^^^^
        fix: Declare query parameters, and one operation for all their values.
        docs: docs/diagnostics/GW1034.md   (or: gatewright explain GW1034)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: archived
          in: query
          schema: { type: boolean }
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toBe("");
  });
});
