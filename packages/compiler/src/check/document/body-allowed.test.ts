import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1057 bodyAllowed", () => {
  it("says that a request body where HTTP gives it no meaning", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      requestBody: { content: { application/json: {} } }
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:6:7 warning GW1057 GET with a request body: clients and proxies may drop it
          5 |     get:
          6 |       requestBody: { content: { application/json: {} } }
            |       ^^^^^^^^^^^
        fix: Use parameters, or another method.
        docs: docs/diagnostics/GW1057.md   (or: gatewright explain GW1057)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    post:
      requestBody: { content: { application/json: {} } }
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toBe("");
  });
});
