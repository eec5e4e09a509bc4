import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1031 pathParameterUsed", () => {
  it("says that a path parameter is not in its path template", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: noteId
          in: path
          required: true
          schema: { type: string }
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:7:17 error GW1031 the path parameter "noteId" is not in the template "/notes"
          6 |       parameters:
          7 |         - name: noteId
            |                 ^^^^^^
        fix: Put {noteId} into the path, or remove the parameter.
        docs: docs/diagnostics/GW1031.md   (or: gatewright explain GW1031)"
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

  it.each(["path", "path+"])("takes %s as the name of a greedy variable", async (name) => {
    const document = `openapi: 3.1.0
info: { title: Files, version: "1" }
paths:
  /files/{path+}:
    parameters: [{ name: ${name}, in: path, required: true, schema: { type: string } }]
    get:
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toBe("");
  });
});
