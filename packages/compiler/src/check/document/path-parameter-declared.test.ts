import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1030 pathParameterDeclared", () => {
  it("says that a path template has a variable that no parameter declares", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes/{noteId}:
    get:
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:5:5 error GW1030 GET /notes/{noteId} does not declare its path parameter "noteId"
          4 |   /notes/{noteId}:
          5 |     get:
            |     ^^^
        fix: Add { name: noteId, in: path, required: true, schema: { type: string } } to its parameters.
        docs: docs/diagnostics/GW1030.md   (or: gatewright explain GW1030)"
    `);
  });

  it("names the parameter that was probably meant", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes/{noteId}:
    get:
      parameters:
        - name: noteID
          in: path
          required: true
          schema: { type: string }
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:5:5 error GW1030 GET /notes/{noteId} does not declare its path parameter "noteId"
          4 |   /notes/{noteId}:
          5 |     get:
            |     ^^^
        api.yaml:7:17 this one is in no path template
        fix: Did you mean "noteID"? Spell both alike.
        docs: docs/diagnostics/GW1030.md   (or: gatewright explain GW1030)"
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
