import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1042 schemaEnum", () => {
  it("says that an enum lists no values, or one of them twice", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      enum: []
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:8:7 warning GW1042 enum lists no values, so that nothing is allowed
          7 |       type: string
          8 |       enum: []
            |       ^^^^
        fix: List what is allowed, or remove the enum.
        docs: docs/diagnostics/GW1042.md   (or: gatewright explain GW1042)"
    `);
  });

  it("shows both places of a repeated value", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      enum: [red, green, red]
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:8:26 warning GW1042 enum lists "red" twice
          7 |       type: string
          8 |       enum: [red, green, red]
            |                          ^^^
        api.yaml:8:14 first listed here
        fix: Remove one of them.
        docs: docs/diagnostics/GW1042.md   (or: gatewright explain GW1042)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      enum: [red, green]
`;
    expect(await checkText(document)).toBe("");
  });
});
