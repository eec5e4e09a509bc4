import { describe, expect, it } from "vitest";
import { checkTarget } from "./testing/check-target.js";

const SCHEMES = `components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
    key: { type: apiKey, in: header, name: x-key }
`;

function document(security: string, components = SCHEMES): string {
  return `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
${security === "" ? "" : `      security: ${security}\n`}      responses: { "204": { description: Done } }
${components}`;
}

describe("GW2108 securityStated", () => {
  it("is an error for an operation without a statement beside declared schemes", async () => {
    expect(await checkTarget(document(""))).toMatchInlineSnapshot(`
      "api.yaml:5:5 error GW2108 GET /notes does not say who may call it; the document declares 2 security schemes
          4 |   /notes:
          5 |     get:
            |     ^^^
        fix: Add security: with the schemes that it needs, or security: [] when everybody may call it.
        docs: docs/diagnostics/GW2108.md   (or: gatewright explain GW2108)"
    `);
  });

  it("blocks a target that was not asked for", async () => {
    const printed = await checkTarget(document(""), { asked: [] });
    expect(printed).toBe("");
    const other = await checkTarget(document(""), { asked: ["http-api"] });
    expect(other).toContain("error GW2108");
  });

  it("is a warning in a document without schemes", async () => {
    expect(await checkTarget(document("", ""))).toMatchInlineSnapshot(`
      "api.yaml:5:5 warning GW2108 1 operation is open to everybody: the document has neither security schemes nor statements
          4 |   /notes:
          5 |     get:
            |     ^^^
        fix: Write security: [] at the root if that is meant, or declare a security scheme and require it.
        docs: docs/diagnostics/GW2108.md   (or: gatewright explain GW2108)"
    `);
  });

  it("takes the statement that everybody may call", async () => {
    expect(await checkTarget(document("[]"))).toBe("");
  });
});

describe("GW2106 securityAlternatives", () => {
  it("says that a function decides between alternatives", async () => {
    expect(await checkTarget(document("[{ bearer: [] }, { key: [] }]"))).toMatchInlineSnapshot(`
      "api.yaml:6:7 warning GW2106 callers show "bearer" or "key"; an authorizer function alone decides, for every request, and its answers are not kept
          5 |     get:
          6 |       security: [{ bearer: [] }, { key: [] }]
            |       ^^^^^^^^
        fix: Nothing to do if that is meant. One requirement that is always needed lets API Gateway refuse and remember by itself.
        docs: docs/diagnostics/GW2106.md   (or: gatewright explain GW2106)"
    `);
  });

  it("says the same of credentials that are optional", async () => {
    expect(await checkTarget(document("[{}, { bearer: [] }]"))).toContain(
      'callers show nothing or "bearer"',
    );
  });

  it("takes schemes that are needed together", async () => {
    expect(await checkTarget(document("[{ bearer: [], key: [] }]"))).toBe("");
  });
});

describe("GW2107 securityApiKey", () => {
  const components = SCHEMES.replace("x-key", "X-Api-Key");

  it("says that an HTTP API leaves keys to the authorizer", async () => {
    const both = document("[{ bearer: [], key: [] }]", components);
    expect(await checkTarget(both, { asked: ["http-api"] })).toMatchInlineSnapshot(`
      "api.yaml:6:7 warning GW2107 callers need an API key in x-api-key beside something else; an HTTP API does not check it
          5 |     get:
          6 |       security: [{ bearer: [], key: [] }]
            |       ^^^^^^^^
        fix: Check the key in the authorizer function, or deploy a REST API, which checks it by itself.
        docs: docs/diagnostics/GW2107.md   (or: gatewright explain GW2107)"
    `);
    expect(await checkTarget(both)).toBe("");
  });

  it("is silent about other headers, and about keys that are one alternative of several", async () => {
    const other = document("[{ bearer: [], key: [] }]");
    expect(await checkTarget(other, { asked: ["http-api"], code: "GW2107" })).toBe("");
    const either = document("[{ bearer: [] }, { key: [] }]", components);
    expect(await checkTarget(either, { asked: ["http-api"], code: "GW2107" })).toBe("");
  });
});

describe("GW2109 authorizerQuota", () => {
  const names = Array.from({ length: 11 }, (_, index) => `s${index}`);
  const paths = names.map(
    (name) => `  /${name}:
    get:
      security: [{ ${name}: [] }]
      responses: { "204": { description: Done } }`,
  );
  const schemes = names.map((name) => `    ${name}: { type: apiKey, in: query, name: ${name} }`);
  const many = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
${paths.join("\n")}
components:
  securitySchemes:
${schemes.join("\n")}
`;

  it("counts what the operations need", async () => {
    expect(await checkTarget(many)).toContain(
      "error GW2109 the operations need 11 authorizers; the quota is 10",
    );
  });

  it("takes as many as a raised quota allows", async () => {
    expect(await checkTarget(many, { settings: { quotas: { authorizers: 11 } } })).toBe("");
  });
});

describe("GW2103 authorizerDeclared", () => {
  const declared = (fields: string) =>
    document(
      "[{ lambda: [] }]",
      `components:
  securitySchemes:
    lambda:
      type: apiKey
      in: header
      name: Authorization
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer: ${fields}
`,
    );

  it("points at a type that does not exist", async () => {
    expect(await checkTarget(declared("{ type: lambda }"))).toMatchInlineSnapshot(`
      "api.yaml:15:47 error GW2103 the authorizer's type is "lambda"
         14 |       x-amazon-apigateway-authtype: custom
         15 |       x-amazon-apigateway-authorizer: { type: lambda }
            |                                               ^^^^^^
        fix: Use one of token, request, cognito_user_pools, jwt.
        docs: docs/diagnostics/GW2103.md   (or: gatewright explain GW2103)"
    `);
  });

  it("wants an identity source where answers are kept", async () => {
    const uri = "arn:aws:apigateway:eu-central-1:lambda:path/x";
    expect(await checkTarget(declared(`{ type: request, authorizerUri: "${uri}" }`))).toContain(
      "answers are kept for 300 s, but nothing says for whom",
    );
    const complete = `{ type: request, authorizerUri: "${uri}", authorizerResultTtlInSeconds: 0 }`;
    expect(await checkTarget(declared(complete))).toBe("");
  });
});

describe("GW2121 and GW2201 integrationDeclared", () => {
  const declared = (fields: string) =>
    document("[]").replace(
      "    get:\n",
      `    get:\n      x-amazon-apigateway-integration: ${fields}\n`,
    );

  it("points at a type that does not exist", async () => {
    expect(await checkTarget(declared("{ type: lambda }"))).toMatchInlineSnapshot(`
      "api.yaml:6:48 error GW2121 the integration of GET /notes has the type "lambda"
          5 |     get:
          6 |       x-amazon-apigateway-integration: { type: lambda }
            |                                                ^^^^^^
        fix: Use one of aws, aws_proxy, http, http_proxy, mock: a REST API has no others.
        docs: docs/diagnostics/GW2121.md   (or: gatewright explain GW2121)"
    `);
  });

  it("knows what each of the two products has", async () => {
    const mock = declared("{ type: mock }");
    expect(await checkTarget(mock)).toBe("");
    expect(await checkTarget(mock, { asked: ["http-api"] })).toContain("error GW2201");
    const queue = declared("{ type: aws_proxy, integrationSubtype: SQS-SendMessage }");
    expect(await checkTarget(queue)).toContain("error GW2121");
    expect(await checkTarget(queue, { asked: ["http-api"] })).toBe("");
  });
});

describe("GW2179 extensionKnown", () => {
  it("points at an extension that nobody passes on", async () => {
    const root = `x-amazon-apigateway-cors: {}\n${document("[]")}`;
    expect(await checkTarget(root)).toMatchInlineSnapshot(`
      "api.yaml:1:1 warning GW2179 x-amazon-apigateway-cors is not taken over into the definition
          1 | x-amazon-apigateway-cors: {}
            | ^^^^^^^^^^^^^^^^^^^^^^^^
        fix: Say it in gatewright.config.ts where that has a setting for it, or remove it.
        docs: docs/diagnostics/GW2179.md   (or: gatewright explain GW2179)"
    `);
  });

  it("takes IAM authorization as a statement about who may call", async () => {
    const iam = document("").replace(
      "    get:\n",
      "    get:\n      x-amazon-apigateway-auth: { type: AWS_IAM }\n",
    );
    expect(await checkTarget(iam)).toBe("");
  });
});
