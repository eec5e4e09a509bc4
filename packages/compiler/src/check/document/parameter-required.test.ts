import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1038 parameterRequired", () => {
  it("says that a path parameter is not marked as required", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes/{noteId}:
    get:
      parameters:
        - name: noteId
          in: path
          schema: { type: string }
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:7:17 error GW1038 the path parameter "noteId" must have "required: true"
          6 |       parameters:
          7 |         - name: noteId
            |                 ^^^^^^
        fix: Add required: true. Without a value there is no such path.
        docs: docs/diagnostics/GW1038.md   (or: gatewright explain GW1038)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes/{noteId}:
    get:
      parameters:
        - name: noteId
          in: path
          required: true
          schema: { type: string }
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toBe("");
  });
});
