import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1032 pathsDistinct", () => {
  it("says that two paths match the same requests", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes/{noteId}:
    summary: One note
  /notes/{id}:
    summary: Also one note
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:6:3 error GW1032 the path "/notes/{id}" is the same as "/notes/{noteId}": names of variables do not tell paths apart
          5 |     summary: One note
          6 |   /notes/{id}:
            |   ^^^^^^^^^^^
        api.yaml:4:3 the other path
        fix: Make one path of them, or change one.
        docs: docs/diagnostics/GW1032.md   (or: gatewright explain GW1032)"
    `);
  });

  it("warns about templates that overlap", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes/{noteId}:
    get:
      parameters: [{ name: noteId, in: path, required: true, schema: {} }]
      responses: { "204": { description: Done } }
  /{kind}/newest:
    get:
      parameters: [{ name: kind, in: path, required: true, schema: {} }]
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:8:3 warning GW1032 some requests match both "/{kind}/newest" and "/notes/{noteId}"
          7 |       responses: { "204": { description: Done } }
          8 |   /{kind}/newest:
            |   ^^^^^^^^^^^^^^
        api.yaml:4:3 the other path
        fix: Make their fixed parts differ; which one is taken depends on the router.
        docs: docs/diagnostics/GW1032.md   (or: gatewright explain GW1032)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes/{noteId}:
    summary: One note
  /notes/newest:
    summary: Fixed text is the more specific
`;
    expect(await checkText(document)).toBe("");
  });
});
