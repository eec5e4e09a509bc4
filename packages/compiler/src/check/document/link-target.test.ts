import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1055 linkTarget", () => {
  it("says that a link leads to an operation that does not exist", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: listNotes
      responses:
        "200": { description: The notes, links: { self: { operationId: listnotes } } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:8:72 warning GW1055 the link leads to "listnotes", but no operation has that operationId
          7 |       responses:
          8 |         "200": { description: The notes, links: { self: { operationId: listnotes } } }
            |                                                                        ^^^^^^^^^
        fix: Did you mean "listNotes"?
        docs: docs/diagnostics/GW1055.md   (or: gatewright explain GW1055)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: listNotes
      responses:
        "200": { description: The notes, links: { self: { operationId: listNotes } } }
`;
    expect(await checkText(document)).toBe("");
  });
});
