import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1040 schemaType", () => {
  it("says that a schema has an unknown type", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: integr
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:7:13 error GW1040 "integr" is not a type of schemas ("string", "number", "integer", "boolean", "array", "object" or "null")
          6 |     Note:
          7 |       type: integr
            |             ^^^^^^
        fix: Did you mean integer?
        docs: docs/diagnostics/GW1040.md   (or: gatewright explain GW1040)"
    `);
  });

  it("knows what other languages call a type", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: datetime
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:7:13 error GW1040 "datetime" is not a type of schemas ("string", "number", "integer", "boolean", "array", "object" or "null")
          6 |     Note:
          7 |       type: datetime
            |             ^^^^^^^^
        fix: Did you mean string with format: date-time?
        docs: docs/diagnostics/GW1040.md   (or: gatewright explain GW1040)"
    `);
  });

  it("refuses a list of types in OpenAPI 3.0", async () => {
    const document = `openapi: 3.0.3
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: [string, "null"]
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:7:7 error GW1040 a schema has one type in OpenAPI 3.0; this is a list
          6 |     Note:
          7 |       type: [string, "null"]
            |       ^^^^
        fix: Use "nullable: true" for null and anyOf for other choices, or use OpenAPI 3.1.
        docs: docs/diagnostics/GW1040.md   (or: gatewright explain GW1040)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: integer
`;
    expect(await checkText(document)).toBe("");
  });
});
