import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1033 pathKey", () => {
  it("says that a path is not written as a path template", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  notes:
    get:
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:4:3 error GW1033 the path "notes" does not begin with "/"
          3 | paths:
          4 |   notes:
            |   ^^^^^
        fix: Write "/notes".
        docs: docs/diagnostics/GW1033.md   (or: gatewright explain GW1033)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toBe("");
  });
});
