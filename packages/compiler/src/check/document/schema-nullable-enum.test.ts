import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1045 schemaNullableEnum", () => {
  it("says that an enum of a nullable schema does not list null", async () => {
    const document = `openapi: 3.0.3
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      nullable: true
      enum: [red, green]
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:9:7 warning GW1045 the schema is nullable, but its enum does not list null; null is allowed here
          8 |       nullable: true
          9 |       enum: [red, green]
            |       ^^^^
        fix: Add null to the enum if it is meant, or remove nullable.
        docs: docs/diagnostics/GW1045.md   (or: gatewright explain GW1045)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.0.3
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      nullable: true
      enum: [red, green, null]
`;
    expect(await checkText(document)).toBe("");
  });
});
