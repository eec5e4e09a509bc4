import { describe, expect, it } from "vitest";
import { checkText, compileFiles } from "./testing/check-text.js";

describe("GW1070 the second opinion", () => {
  it("warns where the metaschema objects and no rule of ours has", async () => {
    const document = `openapi: 3.0.3
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses: { "204": { description: Done } }
      externalDocs: { url: https://example.com }
tags: [{ name: note }, { name: note }]
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:8:1 warning GW1070 the schema of OpenAPI 3.0.3 objects: must NOT have duplicate items (items ## 0 and 1 are identical)
          7 |       externalDocs: { url: https://example.com }
          8 | tags: [{ name: note }, { name: note }]
            | ^^^^
        fix: Compare it with the specification; other tools may refuse the document.
        docs: docs/diagnostics/GW1070.md   (or: gatewright explain GW1070)"
    `);
  });

  it("knows that HTTP scheme names are case-insensitive, whatever the metaschema says", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  securitySchemes: { login: { type: http, scheme: Bearer, bearerFormat: JWT } }
`;
    expect(await checkText(document)).toBe("");
  });

  it("takes patch levels that the metaschemas have never heard of", async () => {
    expect(
      await checkText('openapi: 3.0.99\ninfo: { title: Notes, version: "1" }\npaths: {}\n'),
    ).toBe("");
  });

  it("leaves the document as it was, also where data looks like references", async () => {
    const data = { $ref: "#/components/schemas/Note", nested: { $ref: "nowhere.json" } };
    const document = {
      openapi: "3.1.0",
      info: { title: "Notes", version: "1" },
      paths: {},
      "x-data": data,
      components: { schemas: { Note: { default: data, examples: [data], enum: [data] } } },
    };
    const { bundle, diagnostics } = await compileFiles({ "api.json": JSON.stringify(document) });
    expect(diagnostics).toEqual([]);
    expect(bundle).toEqual(document);
  });
});
