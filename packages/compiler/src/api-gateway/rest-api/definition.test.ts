import type { JsonObject } from "@gatewright/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  sampleContract,
  sampleMedia,
  sampleOperation,
  sampleParameter,
  sampleResponse,
} from "../../emit/testing/sample-contract.js";
import { resolveSettings } from "../../settings/resolve-settings.js";
import type { SettingsInput } from "../../settings/settings-input.js";
import { isObject } from "../../source/json-object.js";
import { anyContract, BEARER, required, SCHEMES } from "../testing/any-contract.js";
import { restApiDefinition } from "./definition.js";
import { restApiProblems } from "./problems/rest-api-problems.js";

type Contract = Parameters<typeof restApiDefinition>[0];

function define(contract: Contract, input: SettingsInput = {}): JsonObject {
  return restApiDefinition(contract, resolveSettings(contract, input).settings);
}

/** A value deep in a definition: `at(definition, "paths", "/a", "get")`. */
function at(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (inner, name) =>
      typeof inner === "object" && inner !== null
        ? Object.entries(inner).find(([key]) => key === name)?.[1]
        : undefined,
    value,
  );
}

const BODY = { required: true, at: "sample.yaml#/body" } as const;

describe("a REST API definition", () => {
  it("stays within the subset that an import is documented to take", () => {
    const inputs = fc.constantFrom<SettingsInput>(
      {},
      { gatewayValidation: "parameters", cors: {} },
      {
        gatewayValidation: "all",
        cors: { allowOrigins: ["https://a.example"], allowCredentials: true },
      },
      { cors: { allowOrigins: ["https://a.example", "https://b.example"] } },
    );
    fc.assert(
      fc.property(anyContract, inputs, (contract, input) => {
        expect(restApiProblems(define(contract, input))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("is the same for an equal contract", () => {
    fc.assert(
      fc.property(anyContract, (contract) => {
        const copy = structuredClone(contract);
        expect(JSON.stringify(define(copy))).toBe(JSON.stringify(define(contract)));
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  it("says who may call each method, and nothing at the root", () => {
    const operations = [
      sampleOperation("open", { security: { kind: "open", at: "sample.yaml#/security" } }),
      sampleOperation("bearer", { security: required(["bearer"]) }),
      sampleOperation("key", { security: required(["apiKey"]) }),
      sampleOperation("both", { security: required(["bearer", "awsKey"]) }),
      sampleOperation("either", { security: required(["bearer"], ["awsKey"]) }),
      sampleOperation("optional", { security: required([], ["bearer"]) }),
      sampleOperation("unstated"),
    ];
    const definition = define({ ...sampleContract(operations), securitySchemes: SCHEMES });
    expect(Object.hasOwn(definition, "security")).toBe(false);
    const security = operations.map(({ path }) => {
      const method = at(definition, "paths", path, "get");
      return [path, at(method, "security") ?? at(method, "x-amazon-apigateway-auth") ?? null];
    });
    expect(security).toEqual([
      ["/open", null],
      ["/bearer", [{ bearer: [] }]],
      ["/key", [{ api_key: [] }]],
      ["/both", [{ "sample-authorizer-3": [] }]],
      ["/either", [{ "sample-authorizer-3-2": [] }]],
      ["/optional", [{ "sample-authorizer": [] }]],
      ["/unstated", { type: "AWS_IAM" }],
    ]);
    const schemes = at(definition, "components", "securitySchemes");
    const authorizer = (name: string) => at(schemes, name, "x-amazon-apigateway-authorizer");
    expect(at(authorizer("bearer"), "identitySource")).toBe("method.request.header.Authorization");
    expect(at(authorizer("sample-authorizer-3"), "identitySource")).toBe(
      "method.request.header.Authorization, method.request.querystring.key",
    );
    // Neither is needed: the authorizer is asked every time, and nothing is remembered.
    expect(at(authorizer("sample-authorizer-3-2"), "identitySource")).toBeUndefined();
    expect(at(authorizer("sample-authorizer-3-2"), "authorizerResultTtlInSeconds")).toBe(0);
    expect(at(authorizer("sample-authorizer"), "authorizerResultTtlInSeconds")).toBe(0);
    expect(at(schemes, "api_key")).toEqual({ type: "apiKey", name: "x-api-key", in: "header" });
  });

  it("asks for API Gateway's own key beside the authorizer where both are needed", () => {
    const operations = [
      sampleOperation("both", { security: required(["bearer", "apiKey"]) }),
      sampleOperation("always", { security: required(["bearer", "apiKey"], ["apiKey", "awsKey"]) }),
      sampleOperation("either", { security: required(["bearer"], ["apiKey"]) }),
    ];
    const definition = define({ ...sampleContract(operations), securitySchemes: SCHEMES });
    expect(operations.map(({ path }) => at(definition, "paths", path, "get", "security"))).toEqual([
      [{ "sample-authorizer": [] }, { api_key: [] }],
      [{ "sample-authorizer-2": [] }, { api_key: [] }],
      [{ "sample-authorizer-3": [] }],
    ]);
    expect(at(definition, "components", "securitySchemes", "api_key")).toEqual({
      type: "apiKey",
      name: "x-api-key",
      in: "header",
    });
    expect(restApiProblems(definition)).toEqual([]);
  });

  it("does not let what one scheme let in count for another", () => {
    const user = { ...BEARER, name: "user" };
    const admin = { ...user, name: "admin" };
    const operations = [
      sampleOperation("read", { security: required(["user"]) }),
      sampleOperation("write", { security: required(["admin"]) }),
    ];
    const contract = { ...sampleContract(operations), securitySchemes: [user, admin] };
    const schemes = at(
      define(contract, { authorizers: { guard: {} } }),
      "components",
      "securitySchemes",
    );
    // One function, but two authorizers: answers are kept for each by itself.
    expect(Object.keys(schemes ?? {})).toEqual(["user", "admin"]);
    expect(at(schemes, "user")).toEqual(at(schemes, "admin"));
  });

  it("requires a parameter only where a blank one would be refused anyway", () => {
    const given = [
      sampleParameter("query", "limit", { type: "integer" }, { required: true }),
      sampleParameter("query", "text", { type: "string", minLength: 1 }, { required: true }),
      sampleParameter("query", "code", { type: "string", pattern: "^[A-Z]+$" }, { required: true }),
      sampleParameter("header", "X-Trace", { type: "integer" }, { required: true }),
      sampleParameter("cookie", "session", { type: "string" }, { required: true }),
      sampleParameter("query", "filter[a]", { type: "integer" }, { required: true }),
      sampleParameter("header", "limit", { type: "integer" }, { required: true }),
    ];
    const definition = define(sampleContract([sampleOperation("list", { parameters: given })]));
    const declared = at(definition, "paths", "/list", "get", "parameters");
    const rows = Array.isArray(declared) ? declared.filter(isObject) : [];
    expect(rows.map((row) => [row.in, row.name, row.required])).toEqual([
      ["query", "limit", true],
      ["query", "text", false],
      ["query", "code", true],
      ["header", "X-Trace", false],
    ]);
  });

  it("gives sibling variables one name and declares it", () => {
    const operations = [
      sampleOperation("one", {
        path: "/users/{id}",
        parameters: [sampleParameter("path", "id", {})],
      }),
      sampleOperation("two", {
        path: "/users/{userId}/posts/{id}",
        parameters: [sampleParameter("path", "userId", {}), sampleParameter("path", "id", {})],
      }),
    ];
    const definition = define(sampleContract(operations));
    expect(Object.keys(at(definition, "paths") ?? {})).toEqual([
      "/users/{id}",
      "/users/{id}/posts/{id2}",
    ]);
    const declared = at(definition, "paths", "/users/{id}/posts/{id2}", "get", "parameters");
    const rows = Array.isArray(declared) ? declared.filter(isObject) : [];
    expect(rows.map(({ name }) => name)).toEqual(["id", "id2"]);
  });

  it("checks a body only when it must be there and has a model", () => {
    const post = (id: string, isRequired: boolean, mediaType: string) =>
      sampleOperation(id, {
        method: "POST",
        requestBody: {
          ...BODY,
          required: isRequired,
          content: [sampleMedia(mediaType, { type: "object", required: ["a"] })],
        },
      });
    const contract = sampleContract([
      post("must", true, "application/json"),
      post("may", false, "application/json"),
      post("text", true, "text/plain"),
    ]);
    const validators = (gatewayValidation: "off" | "parameters" | "all") =>
      contract.operations.map(({ path }) => {
        const definition = define(contract, { gatewayValidation });
        const method = at(definition, "paths", path, "post");
        return at(method, "x-amazon-apigateway-request-validator");
      });
    expect(validators("off")).toEqual([undefined, undefined, undefined]);
    expect(validators("parameters")).toEqual(["parameters", "parameters", "parameters"]);
    expect(validators("all")).toEqual(["parameters-and-body", "parameters", "parameters"]);
  });

  it("keeps media types apart that are one without their parameters", () => {
    const content = [
      sampleMedia("application/json; profile=a", { type: "string" }, { kind: "json" }),
      sampleMedia("application/json; profile=b", { type: "integer" }, { kind: "json" }),
    ];
    const operation = sampleOperation("post", {
      method: "POST",
      requestBody: { ...BODY, content },
    });
    const method = at(define(sampleContract([operation])), "paths", "/post", "post");
    expect(at(method, "requestBody")).toBeUndefined();
  });

  it("names binary media types, and all of them when one is a range", () => {
    const binary = (mediaType: string) => {
      const content = [sampleMedia(mediaType, null, { kind: "binary" })];
      const responses = [{ ...sampleResponse("200"), content }];
      const contract = sampleContract([sampleOperation("get", { responses })]);
      const definition = define(contract, { cors: {} });
      const mock = at(definition, "paths", "/get", "options", "x-amazon-apigateway-integration");
      return [
        at(definition, "x-amazon-apigateway-binary-media-types"),
        at(mock, "contentHandling"),
      ];
    };
    expect(binary("image/png")).toEqual([["image/png"], undefined]);
    expect(binary("image/*")).toEqual([["*/*"], "CONVERT_TO_TEXT"]);
  });

  it("answers preflight requests with the methods of the path, without security", () => {
    const contract = {
      ...sampleContract([
        sampleOperation("get", { path: "/a", security: required(["bearer"]) }),
        sampleOperation("post", { path: "/a", method: "POST", security: required(["bearer"]) }),
      ]),
      securitySchemes: SCHEMES.slice(0, 1),
    };
    const options = at(define(contract, { cors: {} }), "paths", "/a", "options");
    expect(at(options, "security")).toBeUndefined();
    const mock = at(options, "x-amazon-apigateway-integration");
    expect(at(mock, "responses", "default", "responseParameters")).toEqual({
      "method.response.header.Access-Control-Allow-Origin": "'*'",
      "method.response.header.Access-Control-Allow-Methods": "'GET,POST,OPTIONS'",
      "method.response.header.Access-Control-Allow-Headers": "'Content-Type,Authorization'",
      "method.response.header.Access-Control-Max-Age": "'600'",
    });
  });

  it("lets the function answer preflight requests when several origins are allowed", () => {
    const contract = sampleContract([sampleOperation("get")]);
    const cors = { allowOrigins: ["https://a.example", "https://b.example"] };
    const definition = define(contract, { cors });
    const options = at(definition, "paths", "/get", "options", "x-amazon-apigateway-integration");
    expect(at(options, "type")).toBe("aws_proxy");
    const responses = at(definition, "x-amazon-apigateway-gateway-responses");
    expect(JSON.stringify(responses)).not.toContain("Access-Control-Allow-Origin");
  });

  it("answers an unknown path with 404 unless IAM decides somewhere", () => {
    const unknown = (contract: Contract) =>
      at(
        define(contract),
        "x-amazon-apigateway-gateway-responses",
        "MISSING_AUTHENTICATION_TOKEN",
        "statusCode",
      );
    const open = sampleContract([sampleOperation("get")]);
    expect(unknown(open)).toBe("404");
    expect(unknown({ ...open, securitySchemes: SCHEMES })).toBeUndefined();
  });

  it("sends operations to the function that names them", () => {
    const contract = sampleContract([sampleOperation("one"), sampleOperation("two")]);
    const functions = { reports: { entry: "reports.ts", operations: ["two"] } };
    const definition = define(contract, { functions });
    const uri = (path: string) =>
      at(definition, "paths", path, "get", "x-amazon-apigateway-integration", "uri");
    expect(uri("/one")).toContain(":function:sample/invocations");
    expect(uri("/two")).toContain(":function:reports/invocations");
  });
});

describe("restApiProblems", () => {
  it("names requirements that a method cannot have beside each other", () => {
    const operation = sampleOperation("get", { security: required(["bearer", "apiKey"]) });
    const contract = { ...sampleContract([operation]), securitySchemes: SCHEMES };
    const text = JSON.stringify(define(contract));
    expect(restApiProblems(JSON.parse(text))).toEqual([]);
    const twice = text.replace('{"api_key":[]}', '{"sample-authorizer":[]}');
    expect(restApiProblems(JSON.parse(twice))).toEqual([
      "/paths/~1get/get/security: is not one requirement, or an authorizer and a key",
    ]);
  });

  it("names what an import would refuse", () => {
    const contract = sampleContract([sampleOperation("get", { path: "/a/{id}.json" })]);
    expect(restApiProblems({ ...define(contract), security: [] })).toEqual([
      "/security: is not in the documented subset",
      '/paths/~1a~1{id}.json: has the segment "{id}.json"',
    ]);
  });

  it("names a scheme that enforces nothing", () => {
    const components = {
      securitySchemes: { key: { type: "apiKey", name: "key", in: "query" } },
    };
    expect(restApiProblems({ ...define(sampleContract([])), components })).toEqual([
      "/components/securitySchemes/key: enforces nothing",
    ]);
  });
});
