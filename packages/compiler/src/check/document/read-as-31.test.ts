import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1019 readAs31", () => {
  it("says that OpenAPI 3.2 is read as far as 3.1 goes", async () => {
    const document = `openapi: 3.2.0
info: { title: Notes, version: "1" }
paths: {}
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:1:10 warning GW1019 OpenAPI 3.2.0 is read as far as 3.1 goes; what is new in it is ignored and named
          1 | openapi: 3.2.0
            |          ^^^^^
        fix: Nothing to do if nothing that you need is ignored.
        docs: docs/diagnostics/GW1019.md   (or: gatewright explain GW1019)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
`;
    expect(await checkText(document)).toBe("");
  });
});
