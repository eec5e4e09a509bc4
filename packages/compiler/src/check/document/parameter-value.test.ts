import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1037 parameterValue", () => {
  it("says that a parameter needs either schema or content", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: limit
          in: query
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:7:11 error GW1037 the parameter "limit" has neither "schema" nor "content"
          6 |       parameters:
          7 |         - name: limit
            |           ^^^^^^^^^^^
        fix: Add a schema, for example schema: { type: string }.
        docs: docs/diagnostics/GW1037.md   (or: gatewright explain GW1037)"
    `);
  });

  it("refuses both", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: filter
          in: query
          schema: { type: object }
          content: { application/json: {} }
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:10:11 error GW1037 the parameter "filter" has both "schema" and "content"
          9 |           schema: { type: object }
         10 |           content: { application/json: {} }
            |           ^^^^^^^
        api.yaml:9:11 the schema
        fix: Keep "schema" for plain values, "content" for a value that is a document of its own.
        docs: docs/diagnostics/GW1037.md   (or: gatewright explain GW1037)"
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
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toBe("");
  });
});
