import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1052 securityDefined", () => {
  it("says that a security scheme is not defined", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      security: [{ barer: [] }]
      responses: { "204": { description: Done } }
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:6:20 error GW1052 the security scheme "barer" is not defined
          5 |     get:
          6 |       security: [{ barer: [] }]
            |                    ^^^^^
        fix: Did you mean "bearer"?
        docs: docs/diagnostics/GW1052.md   (or: gatewright explain GW1052)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      security: [{ bearer: [] }]
      responses: { "204": { description: Done } }
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`;
    expect(await checkText(document)).toBe("");
  });
});
