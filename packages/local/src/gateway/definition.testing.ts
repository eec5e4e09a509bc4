import type { JsonObject, Resources } from "@gatewright/contract";

/** The URI by which API Gateway invokes a function. */
function invocationUri(functionName: string): string {
  const arn = `arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:${functionName}`;
  return `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations`;
}

/** An operation that calls a function. */
export function proxyOperation(functionName: string, extra: JsonObject = {}): JsonObject {
  return {
    responses: { "200": { description: "Done" } },
    "x-amazon-apigateway-integration": {
      type: "aws_proxy",
      httpMethod: "POST",
      uri: invocationUri(functionName),
    },
    ...extra,
  };
}

/** A definition with these paths, for tests. */
export function definitionOf(paths: JsonObject, extra: JsonObject = {}): JsonObject {
  return { openapi: "3.0.1", info: { title: "Test", version: "1" }, paths, ...extra };
}

/** Resources with functions of these names, each with ten seconds. */
export function resourcesOf(...names: readonly string[]): Resources {
  return {
    formatVersion: 1,
    api: "test",
    tables: [],
    functions: names.map((name) => ({
      name,
      logicalId: name,
      kind: "api",
      bundle: `dist/${name}`,
      memoryMiB: 256,
      timeoutSeconds: 10,
      environment: {},
      tables: [],
    })),
  };
}

/** Components with a REQUEST authorizer called `bearer`. */
export function bearerComponents(functionName: string, authorizer: JsonObject = {}): JsonObject {
  return {
    securitySchemes: {
      bearer: {
        type: "apiKey",
        name: "Authorization",
        in: "header",
        "x-amazon-apigateway-authtype": "custom",
        "x-amazon-apigateway-authorizer": {
          type: "request",
          authorizerUri: invocationUri(functionName),
          identitySource: "method.request.header.Authorization",
          authorizerResultTtlInSeconds: 300,
          ...authorizer,
        },
      },
    },
  };
}
