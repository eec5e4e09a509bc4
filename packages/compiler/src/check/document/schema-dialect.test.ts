import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1047 schemaDialect", () => {
  it("says that the schema dialect is read as JSON Schema 2020-12", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
jsonSchemaDialect: "http://json-schema.org/draft-07/schema#"
paths: {}
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:3:20 warning GW1047 the dialect "http://json-schema.org/draft-07/schema#" is not known; schemas are read as JSON Schema 2020-12
          2 | info: { title: Notes, version: "1" }
          3 | jsonSchemaDialect: "http://json-schema.org/draft-07/schema#"
            |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        fix: Remove jsonSchemaDialect if the schemas are ordinary OpenAPI 3.1 schemas.
        docs: docs/diagnostics/GW1047.md   (or: gatewright explain GW1047)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
jsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base
paths: {}
`;
    expect(await checkText(document)).toBe("");
  });
});
