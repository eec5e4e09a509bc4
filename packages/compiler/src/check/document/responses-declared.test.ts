import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1051 responsesDeclared", () => {
  it("says that an operation declares no response", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses: {}
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:6:7 warning GW1051 the operation declares no response, so that nothing it answers is in the contract
          5 |     get:
          6 |       responses: {}
            |       ^^^^^^^^^
        fix: Add at least one, for example "204": { description: Done }.
        docs: docs/diagnostics/GW1051.md   (or: gatewright explain GW1051)"
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
