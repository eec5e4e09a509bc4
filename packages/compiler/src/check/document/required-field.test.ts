import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1020 requiredField", () => {
  it("says that a required field is missing", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses:
        "200": {}
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:7:9 error GW1020 the response "200" lacks "description"
          6 |       responses:
          7 |         "200": {}
            |         ^^^^^
        fix: Add "description".
        docs: docs/diagnostics/GW1020.md   (or: gatewright explain GW1020)"
    `);
  });

  it("says which field the document itself lacks", async () => {
    const document = `openapi: 3.0.3
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:1:1 error GW1020 the document lacks "info"
          1 | openapi: 3.0.3
            | ^
        fix: Add "info".
        docs: docs/diagnostics/GW1020.md   (or: gatewright explain GW1020)
      api.yaml:1:1 error GW1020 the document lacks "paths"
          1 | openapi: 3.0.3
            | ^
        fix: Add "paths".
        docs: docs/diagnostics/GW1020.md   (or: gatewright explain GW1020)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toBe("");
  });
});
