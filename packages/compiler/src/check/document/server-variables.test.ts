import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1056 serverVariables", () => {
  it("says that a server URL has a variable that is not defined", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
servers: [{ url: "https://{stage}.example.com" }]
paths: {}
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:3:18 error GW1056 the variable "stage" of the server URL is not defined
          2 | info: { title: Notes, version: "1" }
          3 | servers: [{ url: "https://{stage}.example.com" }]
            |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        fix: Add it to variables: { stage: { default: … } }.
        docs: docs/diagnostics/GW1056.md   (or: gatewright explain GW1056)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
servers: [{ url: "https://{stage}.example.com", variables: { stage: { default: api } } }]
paths: {}
`;
    expect(await checkText(document)).toBe("");
  });
});
