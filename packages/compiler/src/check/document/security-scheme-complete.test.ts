import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1053 securitySchemeComplete", () => {
  it("says that a security scheme lacks what its type needs", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  securitySchemes:
    key: { type: apiKey, in: header }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:6:5 error GW1053 a security scheme of type "apiKey" lacks "name"
          5 |   securitySchemes:
          6 |     key: { type: apiKey, in: header }
            |     ^^^
        fix: Add "name".
        docs: docs/diagnostics/GW1053.md   (or: gatewright explain GW1053)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: x-api-key }
`;
    expect(await checkText(document)).toBe("");
  });
});
