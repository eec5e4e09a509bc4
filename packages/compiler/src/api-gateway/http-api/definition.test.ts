import { describe, expect, it } from "vitest";
import { sampleContract, sampleOperation } from "../../emit/testing/sample-contract.js";
import { resolveSettings } from "../../settings/resolve-settings.js";
import { functionArn } from "../invocation.js";
import { required, SCHEMES } from "../testing/any-contract.js";
import { httpApiDefinition } from "./definition.js";

const contract = {
  ...sampleContract([
    sampleOperation("open", { security: { kind: "open", at: "sample.yaml#/security" } }),
    sampleOperation("bearer", { path: "/users/{id}", security: required(["bearer"]) }),
    sampleOperation("key", { path: "/users/{userId}/keys", security: required(["apiKey"]) }),
  ]),
  securitySchemes: SCHEMES,
};

describe("an HTTP API definition", () => {
  const { settings } = resolveSettings(contract, { cors: {} });
  const definition = httpApiDefinition(contract, settings);

  it("has one integration for all routes of a function, with payload format 2.0", () => {
    expect(definition.components).toMatchObject({
      "x-amazon-apigateway-integrations": {
        sample: {
          type: "AWS_PROXY",
          httpMethod: "POST",
          uri: functionArn("sample"),
          payloadFormatVersion: "2.0",
        },
      },
    });
  });

  it("protects routes with authorizers, API keys too: it has none of its own", () => {
    expect(definition.paths).toMatchObject({
      "/users/{id}": { get: { security: [{ bearer: [] }] } },
      "/users/{id}/keys": { get: { security: [{ apiKey: [] }] } },
    });
    expect(definition.paths).not.toHaveProperty(["/open", "get", "security"]);
    expect(definition.components).toMatchObject({
      securitySchemes: {
        apiKey: {
          type: "apiKey",
          "x-amazon-apigateway-authorizer": {
            type: "request",
            identitySource: "$request.header.X-Api-Key",
            authorizerPayloadFormatVersion: "2.0",
            enableSimpleResponses: true,
          },
        },
      },
    });
  });

  it("has no models, no request bodies and no validators", () => {
    const text = JSON.stringify(definition);
    expect(text).not.toMatch(/schemas|requestBody|validator|gateway-responses/);
  });

  it("lets API Gateway answer preflight requests", () => {
    expect(definition["x-amazon-apigateway-cors"]).toMatchObject({
      allowOrigins: ["*"],
      allowMethods: ["GET", "OPTIONS"],
    });
  });
});
