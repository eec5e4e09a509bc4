import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1060 namesDistinct", () => {
  it("says that two names become the same in code", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: list-notes
      responses: { "204": { description: Done } }
  /memos:
    get:
      operationId: listNotes
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:10:20 warning GW1060 operationId "listNotes" becomes listNotes2 in code, since "list-notes" is listNotes already
          9 |     get:
         10 |       operationId: listNotes
            |                    ^^^^^^^^^
        api.yaml:6:20 the other one
        fix: Give them names that differ in more than case and punctuation.
        docs: docs/diagnostics/GW1060.md   (or: gatewright explain GW1060)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: list-notes
      responses: { "204": { description: Done } }
  /memos:
    get:
      operationId: list-memos
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toBe("");
  });
});
