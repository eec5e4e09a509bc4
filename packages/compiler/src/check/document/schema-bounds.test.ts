import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1046 schemaBounds", () => {
  it("says that the bounds of a schema leave nothing between them", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      minLength: 10
      maxLength: 1
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:8:18 warning GW1046 "minLength" is 10, but "maxLength" is 1: nothing satisfies both
          7 |       type: string
          8 |       minLength: 10
            |                  ^^
        api.yaml:9:18 the other bound
        fix: Swap them, or correct one.
        docs: docs/diagnostics/GW1046.md   (or: gatewright explain GW1046)"
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
      minLength: 1
      maxLength: 10
`;
    expect(await checkText(document)).toBe("");
  });
});
