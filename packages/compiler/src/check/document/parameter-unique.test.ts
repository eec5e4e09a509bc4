import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1036 parameterUnique", () => {
  it("says that a parameter is declared twice", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: limit, in: query, schema: { type: string } }
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:8:19 error GW1036 the query parameter "limit" is declared twice
          7 |         - { name: limit, in: query, schema: { type: integer } }
          8 |         - { name: limit, in: query, schema: { type: string } }
            |                   ^^^^^
        api.yaml:7:19 first declared here
        fix: Remove one of them. A parameter is known by its name and place.
        docs: docs/diagnostics/GW1036.md   (or: gatewright explain GW1036)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: limit, in: header, schema: { type: integer } }
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toBe("");
  });
});
