import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1048 schemaExclusive", () => {
  it("says that an exclusive bound is written as in another version", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: number
      minimum: 0
      exclusiveMinimum: true
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:9:25 warning GW1048 "exclusiveMinimum" is a number from OpenAPI 3.1 on; true is read as exclusiveMinimum: 0
          8 |       minimum: 0
          9 |       exclusiveMinimum: true
            |                         ^^^^
        fix: Write exclusiveMinimum: 0 instead of minimum.
        docs: docs/diagnostics/GW1048.md   (or: gatewright explain GW1048)"
    `);
  });

  it("reads a number in OpenAPI 3.0 as the bound", async () => {
    const document = `openapi: 3.0.3
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: number
      exclusiveMaximum: 10
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:8:25 warning GW1048 "exclusiveMaximum" is true or false in OpenAPI 3.0; it is read as the bound 10
          7 |       type: number
          8 |       exclusiveMaximum: 10
            |                         ^^
        fix: Write maximum: 10 and exclusiveMaximum: true, or use OpenAPI 3.1.
        docs: docs/diagnostics/GW1048.md   (or: gatewright explain GW1048)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: number
      exclusiveMinimum: 0
`;
    expect(await checkText(document)).toBe("");
  });
});
