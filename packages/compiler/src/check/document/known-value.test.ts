import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1023 knownValue", () => {
  it("says that a value is none of those that the field can have", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: limit
          in: qurey
          schema: { type: integer }
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:8:15 error GW1023 "in" is "path", "query", "header" or "cookie", not "qurey"
          7 |         - name: limit
          8 |           in: qurey
            |               ^^^^^
        fix: Did you mean "query"?
        docs: docs/diagnostics/GW1023.md   (or: gatewright explain GW1023)"
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

  it("only warns about what OpenAPI 3.2 adds in a document of that version", async () => {
    const text = (version: string) => `openapi: ${version}
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters: [{ name: all, in: querystring, content: { application/json: {} } }]
      responses: { "204": { description: Done } }
`;
    expect(await checkText(text("3.2.0"))).toContain(
      'warning GW1023 "in": "querystring" is part of OpenAPI 3.2 and is ignored',
    );
    expect(await checkText(text("3.1.0"))).toContain("error GW1023");
  });
});
