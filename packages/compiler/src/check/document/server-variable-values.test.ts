import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1058 serverVariableValues", () => {
  it("says that a server variable cannot have its default", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
servers:
  - url: https://{stage}.example.com
    variables: { stage: { enum: [api, test], default: tests } }
paths: {}
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:5:55 error GW1058 the default "tests" is not one of the values that the server variable can have
          4 |   - url: https://{stage}.example.com
          5 |     variables: { stage: { enum: [api, test], default: tests } }
            |                                                       ^^^^^
        api.yaml:5:27 the values
        fix: Did you mean "test"?
        docs: docs/diagnostics/GW1058.md   (or: gatewright explain GW1058)"
    `);
  });

  it("refuses an enum without values", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
servers:
  - url: https://{stage}.example.com
    variables: { stage: { enum: [], default: test } }
paths: {}
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:5:27 error GW1058 the server variable "stage" has an enum without values
          4 |   - url: https://{stage}.example.com
          5 |     variables: { stage: { enum: [], default: test } }
            |                           ^^^^
        fix: List the values that it can have, or remove the enum.
        docs: docs/diagnostics/GW1058.md   (or: gatewright explain GW1058)"
    `);
  });

  it("has nothing to say about the corrected document", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
servers:
  - url: https://{stage}.example.com
    variables: { stage: { enum: [api, test], default: test } }
paths: {}
`;
    expect(await checkText(document)).toBe("");
  });
});
