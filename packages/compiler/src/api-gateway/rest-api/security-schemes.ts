import type { Json, JsonObject, SecurityScheme } from "@gatewright/contract";
import { isObject, own } from "../../source/json-object.js";
import type { Access, AccessPlan, PlannedAuthorizer } from "../access.js";
import { invocationUri } from "../invocation.js";

/** Name under which API Gateway itself knows the scheme of its API keys. */
const API_KEY = "api_key";

/** What a method says about its callers. Nothing at the root: AWS's documentation and behaviour differ there. */
export function methodSecurity(access: Access): JsonObject {
  switch (access.kind) {
    case "open":
      return {};
    case "apiKey":
      return { security: [{ [API_KEY]: [] }] };
    case "authorizer":
      // Two requirements, of which API Gateway wants both: it has no alternatives, and its key is no authorizer.
      return {
        security: [
          { [access.authorizer.name]: [] },
          ...(access.needsApiKey ? [{ [API_KEY]: [] }] : []),
        ],
      };
    case "declared":
      return { security: [Object.fromEntries([[access.scheme.name, access.scopes]])] };
    case "iam":
      return { "x-amazon-apigateway-auth": { type: "AWS_IAM" } };
  }
}

/** The security schemes that methods name: every `type` is `apiKey`, the only one that an import takes. */
export function restSecuritySchemes({ byOperation, authorizers }: AccessPlan): JsonObject {
  const entries: [string, Json][] = authorizers.map((authorizer) => [
    authorizer.name,
    requestAuthorizer(authorizer),
  ]);
  for (const access of byOperation.values()) {
    if (access.kind === "apiKey" || (access.kind === "authorizer" && access.needsApiKey)) {
      entries.push([API_KEY, { type: "apiKey", name: "x-api-key", in: "header" }]);
    }
    if (access.kind === "declared") {
      entries.push([access.scheme.name, declaredScheme(access.scheme)]);
    }
  }
  return Object.fromEntries(entries);
}

/** True when some method of a definition needs one of API Gateway's own API keys. */
export function asksForApiKeys({ components }: JsonObject): boolean {
  const schemes = isObject(components) ? own(components, "securitySchemes") : undefined;
  const scheme = isObject(schemes) ? own(schemes, API_KEY) : undefined;
  return isObject(scheme) && own(scheme, "x-amazon-apigateway-authorizer") === undefined;
}

function requestAuthorizer({ functionName, sources, ttlSeconds }: PlannedAuthorizer): JsonObject {
  const [only, ...others] = sources;
  const isOneHeader = only?.in === "header" && others.length === 0;
  return {
    type: "apiKey",
    name: isOneHeader ? only.name : "Unused",
    in: "header",
    "x-amazon-apigateway-authtype": "custom",
    "x-amazon-apigateway-authorizer": {
      type: "request",
      authorizerUri: invocationUri(functionName),
      ...(sources.length > 0 && {
        identitySource: sources
          .map((source) => `method.request.${source.in}.${source.name}`)
          .join(", "),
      }),
      authorizerResultTtlInSeconds: ttlSeconds,
    },
  };
}

function declaredScheme({ type, extensions }: SecurityScheme): JsonObject {
  const name = type.kind === "apiKey" && type.in === "header" ? type.name : "Authorization";
  const authtype = own(extensions, "x-amazon-apigateway-authtype");
  const authorizer = own(extensions, "x-amazon-apigateway-authorizer");
  return {
    type: "apiKey",
    name,
    in: "header",
    ...(typeof authtype === "string" && { "x-amazon-apigateway-authtype": authtype }),
    ...(isObject(authorizer) && {
      "x-amazon-apigateway-authorizer": withoutHttpFields(authorizer),
    }),
  };
}

/** One document may serve both products; these fields are for HTTP APIs. */
function withoutHttpFields(authorizer: JsonObject): JsonObject {
  const {
    authorizerPayloadFormatVersion: _version,
    enableSimpleResponses: _simple,
    jwtConfiguration: _jwt,
    ...rest
  } = authorizer;
  return rest;
}
