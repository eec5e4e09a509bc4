import { describe, expect, it } from "vitest";
import { checkTarget, openDocument } from "./testing/check-target.js";

const DOCUMENT = openDocument(
  `  /notes:
    post:
      parameters:
        - { name: limit, in: query, required: true, schema: { type: integer, maximum: 9 } }
        - { name: text, in: query, required: true, schema: { type: string } }
        - { name: "tag[]", in: query, required: true, schema: { type: integer } }
        - { name: session, in: cookie, required: true, schema: { type: string } }
        - { name: X-Trace, in: header, required: true, schema: { type: integer } }
        - { name: limit, in: header, required: true, schema: { type: integer } }
        - { name: where, in: query, required: true, style: deepObject, schema: { type: object } }
      requestBody:
        content:
          application/json: { schema: { $ref: "#/components/schemas/Note" } }
          text/plain: {}
      responses: { "204": { description: Done } }
`,
  `  schemas:
    Note:
      type: object
      required: [id]
      properties:
        id: { type: integer, readOnly: true }
        size: { type: number, exclusiveMinimum: 0 }
        due: { type: string, format: date }
        note: { type: [string, "null"] }
        code: { type: string, pattern: '^\\s' }
        pair: { type: array, prefixItems: [{ type: string }] }
        kind: { oneOf: [{ type: string, format: uuid }, { type: integer }] }
`,
);

/** Codes with their severities, in the order in which they are said. */
async function codes(gatewayValidation: "off" | "parameters" | "all"): Promise<readonly string[]> {
  const printed = await checkTarget(DOCUMENT, { settings: { gatewayValidation } });
  return [...printed.matchAll(/^\S+ (\w+ GW\d{4})/gm)].map(([, code = ""]) => code);
}

describe("what the gateway leaves to the function", () => {
  it("is nothing to speak of while it checks nothing", async () => {
    expect(await codes("off")).toEqual([]);
  });

  it("is said once for each cause when it checks parameters", async () => {
    expect(await codes("parameters")).toEqual([
      "warning GW2040",
      "warning GW2041",
      "warning GW2042",
      "warning GW2043",
      "warning GW2044",
      "warning GW2045",
      "warning GW2047",
    ]);
  });

  it("is said once for each cause when it checks bodies too", async () => {
    expect((await codes("all")).slice(7)).toEqual([
      "warning GW2070",
      "warning GW2072",
      "warning GW2073",
      "warning GW2074",
      "warning GW2077",
      "warning GW2078",
      "warning GW2081",
      "warning GW2090",
      "warning GW2091",
    ]);
  });

  it("is shown at the first place, the others beside it", async () => {
    const settings = { gatewayValidation: "all" } as const;
    expect(await checkTarget(DOCUMENT, { settings, code: "GW2074" })).toMatchInlineSnapshot(`
      "api.yaml:28:38 warning GW2074 the gateway leaves 2 constraints of request bodies to the function: models keep none: what API Gateway takes for a format is not documented
         27 |         size: { type: number, exclusiveMinimum: 0 }
         28 |         due: { type: string, format: date }
            |                                      ^^^^
        api.yaml:32:49 format
        fix: Nothing to do: the function checks it. With gatewayValidation off it checks everything, and says what is wrong and where.
        docs: docs/diagnostics/GW2074.md   (or: gatewright explain GW2074)"
    `);
  });

  it("is nothing for a contract that the gateway can check in full", async () => {
    const document = openDocument(`  /notes:
    post:
      parameters: [{ name: limit, in: query, required: true, schema: { type: integer } }]
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, required: [text] } } }
      responses: { "204": { description: Done } }
`);
    expect(await checkTarget(document, { settings: { gatewayValidation: "all" } })).toBe("");
  });
});

describe("what SDKs of API Gateway lack", () => {
  it("is said only when they were asked for", async () => {
    const document = openDocument(
      `  /notes:
    get:
      operationId: list-notes
      responses:
        "200":
          description: Notes
          content:
            application/json: { schema: { $ref: "#/components/schemas/note_page" } }
            text/csv: { schema: { type: string } }
`,
      `  schemas:
    note_page: { oneOf: [{ type: string }, { type: integer }] }
`,
    );
    expect(await checkTarget(document)).toBe("");
    const printed = await checkTarget(document, { asked: ["get-sdk"] });
    expect([...printed.matchAll(/GW2\d{3} [^\n]*/g)].map(String)).toMatchInlineSnapshot(`
      [
        "GW2060 note_page becomes notePage: names of models have letters and digits only and differ in more than letter case, and requests have models of their own where a property is read-only",
        "GW2072 1 model is without a type in SDKs: they know neither oneOf nor anyOf",
        "GW2260 1 operation gets another name in SDKs: list-notes becomes listNotes; method names have letters and digits only",
        "GW2263 1 body has no type in SDKs: only JSON with a schema becomes a model",
      ]
    `);
  });
});
