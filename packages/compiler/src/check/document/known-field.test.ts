import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1022 knownField", () => {
  it("says that a field is not known and has no effect", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      sumary: The newest notes
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:6:7 warning GW1022 an operation has no field "sumary"; it has no effect
          5 |     get:
          6 |       sumary: The newest notes
            |       ^^^^^^
        fix: Did you mean "summary"?
        docs: docs/diagnostics/GW1022.md   (or: gatewright explain GW1022)"
    `);
  });

  it("names the version that a field belongs to", async () => {
    const document = `openapi: 3.0.3
info: { title: Notes, version: "1" }
paths: {}
webhooks: {}
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:4:1 warning GW1022 "webhooks" is part of OpenAPI 3.1; in a 3.0.3 document it has no effect
          3 | paths: {}
          4 | webhooks: {}
            | ^^^^^^^^
        fix: Remove it, or set "openapi" to 3.1.0.
        docs: docs/diagnostics/GW1022.md   (or: gatewright explain GW1022)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      summary: The newest notes
      responses: { "204": { description: Done } }
`;
    expect(await checkText(document)).toBe("");
  });
});
