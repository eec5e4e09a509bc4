import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1054 securityScopes", () => {
  it("says that a scope is not one of its OAuth scheme", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      security: [{ login: [notes:raed] }]
      responses: { "204": { description: Done } }
components:
  securitySchemes:
    login: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: { "notes:read": Read notes } } } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:6:28 warning GW1054 the scheme "login" has no scope "notes:raed"
          5 |     get:
          6 |       security: [{ login: [notes:raed] }]
            |                            ^^^^^^^^^^
        fix: Did you mean "notes:read"?
        docs: docs/diagnostics/GW1054.md   (or: gatewright explain GW1054)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      security: [{ login: [notes:read] }]
      responses: { "204": { description: Done } }
components:
  securitySchemes:
    login: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: { "notes:read": Read notes } } } }
`;
    expect(await checkText(document)).toBe("");
  });
});
