import type { Json, JsonObject, SecurityScheme } from "@gatewright/contract";
import { isObject, own } from "../../source/json-object.js";
import type { Access, AccessPlan, PlannedAuthorizer } from "../access.js";
import { invocationUri } from "../invocation.js";

/** What a route says about its callers. */
export function routeSecurity(access: Access): JsonObject {
  switch (access.kind) {
    case "open":
      return {};
    case "authorizer":
      return { security: [{ [access.authorizer.name]: [] }] };
    case "declared":
      return { security: [Object.fromEntries([[access.scheme.name, access.scopes]])] };
    // An HTTP API has no API keys of its own.
    case "apiKey":
    case "iam":
      return { "x-amazon-apigateway-auth": { type: "AWS_IAM" } };
  }
}

export function httpSecuritySchemes({ byOperation, authorizers }: AccessPlan): JsonObject {
  const entries: [string, Json][] = authorizers.map((authorizer) => [
    authorizer.name,
    requestAuthorizer(authorizer),
  ]);
  for (const access of byOperation.values()) {
    if (access.kind === "declared") {
      entries.push([access.scheme.name, declaredScheme(access.scheme)]);
    }
  }
  return Object.fromEntries(entries);
}

/** A Lambda authorizer that answers `{ isAuthorized, context }`. */
function requestAuthorizer({ functionName, sources, ttlSeconds }: PlannedAuthorizer): JsonObject {
  const [only, ...others] = sources;
  const isOneHeader = only?.in === "header" && others.length === 0;
  return {
    type: "apiKey",
    name: isOneHeader ? only.name : "Unused",
    in: "header",
    "x-amazon-apigateway-authorizer": {
      type: "request",
      authorizerUri: invocationUri(functionName),
      authorizerPayloadFormatVersion: "2.0",
      enableSimpleResponses: true,
      ...(sources.length > 0 && {
        identitySource: sources.map((source) => `$request.${source.in}.${source.name}`).join(", "),
      }),
      authorizerResultTtlInSeconds: ttlSeconds,
    },
  };
}

function declaredScheme({ type, extensions }: SecurityScheme): JsonObject {
  const authtype = own(extensions, "x-amazon-apigateway-authtype");
  const authorizer = own(extensions, "x-amazon-apigateway-authorizer");
  const given = {
    ...(typeof authtype === "string" && { "x-amazon-apigateway-authtype": authtype }),
    ...(isObject(authorizer) && { "x-amazon-apigateway-authorizer": authorizer }),
  };
  if (isObject(authorizer) && own(authorizer, "type") === "jwt") {
    return type.kind === "openIdConnect"
      ? { type: "openIdConnect", openIdConnectUrl: type.openIdConnectUrl, ...given }
      : { type: "oauth2", ...given };
  }
  return { type: "apiKey", name: "Authorization", in: "header", ...given };
}
