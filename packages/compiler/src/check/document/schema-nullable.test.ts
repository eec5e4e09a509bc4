import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1044 schemaNullable", () => {
  it("says that nullable means nothing since OpenAPI 3.1", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      nullable: true
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:8:7 warning GW1044 "nullable" is no part of OpenAPI 3.1.0; it has no effect
          7 |       type: string
          8 |       nullable: true
            |       ^^^^^^^^
        fix: Write type: [string, "null"], or remove it.
        docs: docs/diagnostics/GW1044.md   (or: gatewright explain GW1044)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: [string, "null"]
`;
    expect(await checkText(document)).toBe("");
  });
});
