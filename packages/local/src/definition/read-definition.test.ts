import type { JsonObject } from "@gatewright/contract";
import { expect, it } from "vitest";
import { bearerComponents, definitionOf, proxyOperation } from "../gateway/definition.testing.js";
import { LocalError } from "../local-error.js";
import { readDefinition } from "./read-definition.js";

/** `CODE pointer: message` of every finding; empty when the definition can run. */
function findingsOf(definition: unknown, functions: readonly string[] = ["api", "auth"]): string[] {
  try {
    readDefinition(definition, new Set(functions));
    return [];
  } catch (error) {
    if (!(error instanceof LocalError)) throw error;
    return error.findings.map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`);
  }
}

function operationOf(extra: JsonObject): JsonObject {
  return definitionOf({ "/a": { get: proxyOperation("api", extra) } });
}

it("accepts a definition with everything that it supports", () => {
  const definition = definitionOf(
    {
      "/": { get: proxyOperation("api") },
      "/a/{id}": {
        post: proxyOperation("api", {
          security: [{ bearer: ["scope"] }],
          "x-amazon-apigateway-request-validator": "all",
          parameters: [{ name: "q", in: "query", required: true, schema: { type: "string" } }],
          requestBody: {
            content: { "application/json": { schema: { $ref: "#/components/schemas/Note" } } },
          },
        }),
      },
      "/b/{proxy+}": { "x-amazon-apigateway-any-method": proxyOperation("api") },
    },
    {
      components: {
        ...bearerComponents("auth"),
        schemas: {
          Note: {
            type: "object",
            required: ["text"],
            properties: {
              text: { type: "string", minLength: 1, pattern: "^\\S" },
              replies: {
                type: "array",
                items: { $ref: "#/components/schemas/Note" },
              },
            },
            additionalProperties: false,
          },
        },
      },
      "x-amazon-apigateway-request-validators": {
        all: { validateRequestBody: true, validateRequestParameters: true },
      },
      "x-amazon-apigateway-binary-media-types": ["image/png"],
      "x-amazon-apigateway-api-key-source": "HEADER",
    },
  );
  expect(findingsOf(definition)).toEqual([]);
});

it("names everything that it does not support, in one go, each with its place", () => {
  const definition = {
    ...definitionOf({
      "/a": {
        get: {
          "x-amazon-apigateway-integration": {
            type: "http_proxy",
            httpMethod: "GET",
            uri: "https://a.example",
          },
        },
        put: {
          "x-amazon-apigateway-integration": {
            type: "mock",
            requestTemplates: { "application/json": "#set($x = 1)" },
          },
        },
        trace: {},
      },
      "/b": { get: proxyOperation("api", { "x-amazon-apigateway-auth": { type: "AWS_IAM" } }) },
    }),
    security: [{ bearer: [] }],
    "x-amazon-apigateway-policy": {},
    "x-amazon-apigateway-minimum-compression-size": 0,
    components: {
      securitySchemes: {
        pool: {
          type: "apiKey",
          name: "Authorization",
          in: "header",
          "x-amazon-apigateway-authtype": "cognito_user_pools",
          "x-amazon-apigateway-authorizer": { type: "cognito_user_pools", providerARNs: [] },
        },
      },
    },
  };
  expect(findingsOf(definition)).toEqual([
    "GW6002 /security: security at the root: write it on every operation",
    'GW6002 /x-amazon-apigateway-policy: "x-amazon-apigateway-policy" at the root',
    'GW6002 /x-amazon-apigateway-minimum-compression-size: "x-amazon-apigateway-minimum-compression-size" at the root',
    "GW6002 /components/securitySchemes/pool/x-amazon-apigateway-authorizer/type: Cognito authorizers",
    'GW6002 /paths/~1a/get/x-amazon-apigateway-integration/type: integrations of type "http_proxy"',
    "GW6002 /paths/~1a/put/x-amazon-apigateway-integration/requestTemplates/application~1json: a mapping template that is more than static JSON",
    'GW6002 /paths/~1a/trace: "trace" on a path',
    'GW6002 /paths/~1b/get/x-amazon-apigateway-auth: the authorization type "AWS_IAM"',
  ]);
});

it("prints code, title, place and fix of a finding", () => {
  const read = () =>
    readDefinition(definitionOf({ "/a": { get: proxyOperation("other") } }), new Set(["api"]));
  expect(read).toThrowErrorMatchingInlineSnapshot(`
    [LocalError: GW6003 A function of the definition is not there: the function "other" was not given
      in the definition: /paths/~1a/get
      fix: The functions are: "api".]
  `);
});

it.each<[string, unknown, string]>([
  ["something that is no object", 7, "GW6001 : expected an object, found 7"],
  [
    "a Swagger 2.0 document",
    { swagger: "2.0", paths: {} },
    "GW6001 /openapi: expected OpenAPI 3.0, found nothing",
  ],
  [
    "an OpenAPI 3.1 document",
    { openapi: "3.1.0", paths: {} },
    'GW6001 /openapi: expected OpenAPI 3.0, found "3.1.0"',
  ],
  ["a document without paths", { openapi: "3.0.1" }, "GW6001 /paths: expected an object of paths"],
  [
    "an undefined security scheme, which API Gateway would leave open",
    operationOf({ security: [{ nobody: [] }] }),
    'GW6004 /paths/~1a/get/security/0/nobody: the security scheme "nobody" is not defined',
  ],
  [
    "alternative requirements",
    {
      ...operationOf({ security: [{ bearer: [] }, { bearer: [] }] }),
      components: bearerComponents("auth"),
    },
    "GW6002 /paths/~1a/get/security: alternative security requirements: a method has one authorizer",
  ],
  [
    "a scheme that enforces nothing",
    definitionOf(
      {},
      { components: { securitySchemes: { key: { type: "apiKey", name: "k", in: "query" } } } },
    ),
    "GW6001 /components/securitySchemes/key: the scheme has no x-amazon-apigateway-authorizer and is not the x-api-key header, so API Gateway would enforce nothing",
  ],
  [
    "an undefined request validator",
    operationOf({ "x-amazon-apigateway-request-validator": "all" }),
    'GW6004 /paths/~1a/get/x-amazon-apigateway-request-validator: the request validator "all" is not defined',
  ],
  [
    "a keyword that models do not have",
    definitionOf({}, { components: { schemas: { A: { properties: { b: { const: 1 } } } } } }),
    'GW6002 /components/schemas/A/properties/b/const: the keyword "const" in a model',
  ],
  [
    "a reference to a model that is not there",
    definitionOf({}, { components: { schemas: { A: { $ref: "#/components/schemas/B" } } } }),
    'GW6004 /components/schemas/A/$ref: the model "B" is not defined',
  ],
  [
    "a second variable beside another",
    definitionOf({
      "/a/{id}": { get: proxyOperation("api") },
      "/a/{name}/b": { get: proxyOperation("api") },
    }),
    "GW6001 /paths/~1a~1{name}~1b: {name} stands beside {id}; a resource has one variable child",
  ],
  [
    "a greedy variable that is not last",
    definitionOf({ "/{proxy+}/b": { get: proxyOperation("api") } }),
    "GW6001 /paths/~1{proxy+}~1b: a greedy path variable can only be the last segment",
  ],
  [
    "a variable that is only a part of its segment",
    definitionOf({ "/a-{id}": { get: proxyOperation("api") } }),
    'GW6001 /paths/~1a-{id}: "/a-{id}" is not a resource path',
  ],
  [
    "an unknown variable in a gateway response",
    definitionOf(
      {},
      {
        "x-amazon-apigateway-gateway-responses": {
          DEFAULT_4XX: { responseTemplates: { "application/json": "$context.path" } },
        },
      },
    ),
    'GW6002 /x-amazon-apigateway-gateway-responses/DEFAULT_4XX/responseTemplates/application~1json: the variable "$context.path" in a template',
  ],
  [
    "a response header taken from the request",
    definitionOf(
      {},
      {
        "x-amazon-apigateway-gateway-responses": {
          DEFAULT_4XX: {
            responseParameters: { "gatewayresponse.header.X": "method.request.header.X" },
          },
        },
      },
    ),
    "GW6002 /x-amazon-apigateway-gateway-responses/DEFAULT_4XX/responseParameters/gatewayresponse.header.X: the response parameter \"method.request.header.X\": only static 'values' run here",
  ],
  [
    "a static header with a line break",
    definitionOf(
      {},
      {
        "x-amazon-apigateway-gateway-responses": {
          DEFAULT_4XX: { responseParameters: { "gatewayresponse.header.X": "'a\r\nb'" } },
        },
      },
    ),
    "GW6001 /x-amazon-apigateway-gateway-responses/DEFAULT_4XX/responseParameters/gatewayresponse.header.X: the header \"'a\\r\\nb'\" has a name or value that cannot be sent",
  ],
  [
    "a gateway response that is no final answer",
    definitionOf(
      {},
      { "x-amazon-apigateway-gateway-responses": { DEFAULT_4XX: { statusCode: "100" } } },
    ),
    'GW6001 /x-amazon-apigateway-gateway-responses/DEFAULT_4XX/statusCode: expected a status code from 200 to 599, found "100"',
  ],
  [
    "a time-out that API Gateway does not take",
    definitionOf({
      "/a": {
        get: {
          "x-amazon-apigateway-integration": {
            ...(proxyOperation("api")["x-amazon-apigateway-integration"] as JsonObject),
            timeoutInMillis: 30_000,
          },
        },
      },
    }),
    "GW6001 /paths/~1a/get/x-amazon-apigateway-integration/timeoutInMillis: expected an integer from 50 to 29000, found 30000",
  ],
])("refuses %s", (_title, definition, finding) => {
  expect(findingsOf(definition)).toContain(finding);
});

it("takes names of Object's own properties for data", () => {
  const definition = JSON.parse(
    `{"openapi":"3.0.1","paths":{"/constructor":{"get":{"security":[{"toString":[]}]}}},"components":{"schemas":{"__proto__":{"type":"object"}}}}`,
  );
  expect(findingsOf(definition)).toContain(
    'GW6004 /paths/~1constructor/get/security/0/toString: the security scheme "toString" is not defined',
  );
  expect(findingsOf(definition)).toContain(
    'GW6001 /components/schemas/__proto__: the model name "__proto__" is not alphanumeric',
  );
});
