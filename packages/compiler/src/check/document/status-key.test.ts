import { describe, expect, it } from "vitest";
import { checkText } from "./testing/check-text.js";

describe("GW1050 statusKey", () => {
  it("says that a response is not keyed by a status code", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses:
        ok: { description: The notes }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:7:9 error GW1050 "ok" is not a status code from 100 to 599, a range such as "4XX", or "default"
          6 |       responses:
          7 |         ok: { description: The notes }
            |         ^^
        fix: Use a status code, for example "200".
        docs: docs/diagnostics/GW1050.md   (or: gatewright explain GW1050)"
    `);
  });

  it("warns about a range in small letters", async () => {
    const document = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses:
        2xx: { description: The notes }
`;
    expect(await checkText(document)).toMatchInlineSnapshot(`
      "api.yaml:7:9 warning GW1050 "2xx" is not a status code from 100 to 599, a range such as "4XX", or "default"
          6 |       responses:
          7 |         2xx: { description: The notes }
            |         ^^^
        fix: Write "2XX".
        docs: docs/diagnostics/GW1050.md   (or: gatewright explain GW1050)"
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
