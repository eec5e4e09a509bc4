import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1003 operationIdUnique", () => {
  it("says that operationId is not unique", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: listNotes
      responses: { "204": { description: Done } }
    post:
      operationId: listNotes
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:9:20 error GW1003 operationId "listNotes" is already used
          8 |     post:
          9 |       operationId: listNotes
            |                    ^^^^^^^^^
        api.yaml:6:20 first used here
        fix: Rename one of them. The operationId names the handler, the SDK method and the mock.
        docs: docs/diagnostics/GW1003.md   (or: gatewright explain GW1003)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: listNotes
      responses: { "204": { description: Done } }
    post:
      operationId: postNote
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toBe("");
  });
});
