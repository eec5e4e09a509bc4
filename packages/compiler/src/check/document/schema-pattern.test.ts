import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1041 schemaPattern", () => {
  it("says that a pattern is not a regular expression", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      pattern: "^[A-Z{2}$"
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:8:16 error GW1041 the pattern "^[A-Z{2}$" does not compile: unterminated character class
          7 |       type: string
          8 |       pattern: "^[A-Z{2}$"
            |                ^^^^^^^^^^^
        fix: Correct it; patterns are ECMAScript regular expressions with the u flag.
        docs: docs/diagnostics/GW1041.md   (or: gatewright explain GW1041)"
    `);
  });

  it("explains what ECMAScript writes instead", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      pattern: "(?i)yes|no"
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:8:16 error GW1041 the pattern "(?i)yes|no" does not compile: invalid group
          7 |       type: string
          8 |       pattern: "(?i)yes|no"
            |                ^^^^^^^^^^^^
        fix: Inline flags such as (?i) do not exist in ECMAScript: list both cases, for example [Aa].
        docs: docs/diagnostics/GW1041.md   (or: gatewright explain GW1041)"
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
      pattern: "^\\\\p{Lu}{2}$"
`;
    expect(await checkText(document)).toBe("");
  });
});
