import type { Contract, Json, JsonObject, Operation } from "@gatewright/contract";
import type { ApiSettings, CorsSettings } from "../../settings.js";
import { isObject, own } from "../../source/json-object.js";
import { planAccess } from "../access.js";
import { functionOf } from "../function-of.js";
import { functionArn } from "../invocation.js";
import { HTTP_API_INTEGRATION_TIMEOUT_MS } from "../limits.js";
import { pathSegments } from "../path-template.js";
import { planResources } from "../resources.js";
import { operationNames } from "../rest-api/operation-names.js";
import { httpSecuritySchemes, routeSecurity } from "./security-schemes.js";

const INTEGRATIONS = "x-amazon-apigateway-integrations";

/**
 * The definition that `import-api` takes. An HTTP API checks no requests and knows no models, so there are
 * only routes, integrations, authorizers and CORS. All routes of a function share one integration.
 */
export function httpApiDefinition(contract: Contract, settings: ApiSettings): JsonObject {
  const resources = planResources(contract);
  const access = planAccess(contract, settings, "http-api");
  const names = operationNames(contract);
  const functions = new Set<string>();
  const paths = new Map<string, Map<string, Json>>();
  for (const operation of contract.operations) {
    const path = resources.byPath.get(operation.path)?.path ?? operation.path;
    const routes = paths.get(path) ?? new Map<string, Json>();
    paths.set(path, routes);
    const functionName = functionOf(settings, operation)?.name ?? settings.slug;
    if (declaredIntegration(operation) === null) {
      functions.add(functionName);
    }
    routes.set(operation.method.toLowerCase(), {
      operationId: names.get(operation) ?? operation.identifier,
      ...pathParameters(path),
      responses: routeResponses(operation),
      ...routeSecurity(access.byOperation.get(operation) ?? { kind: "iam" }),
      "x-amazon-apigateway-integration": declaredIntegration(operation) ?? {
        $ref: `#/components/${INTEGRATIONS}/${functionName}`,
      },
    });
  }
  const securitySchemes = httpSecuritySchemes(access);
  const { title, version, description } = contract.info;
  return {
    openapi: "3.0.1",
    info: { title, version, ...(description && { description }) },
    paths: Object.fromEntries(
      [...paths].map(([path, routes]) => [path, Object.fromEntries(routes)]),
    ),
    components: {
      ...(Object.keys(securitySchemes).length > 0 && { securitySchemes }),
      [INTEGRATIONS]: Object.fromEntries(
        [...functions].map((name) => [name, integration(name, settings)]),
      ),
    },
    ...(settings.cors !== null && {
      "x-amazon-apigateway-cors": corsConfiguration(contract, settings.cors),
    }),
    "x-amazon-apigateway-importexport-version": "1.0",
  };
}

/** The document's own integration, with the payload format that an HTTP API wants to be told. */
function declaredIntegration({ extensions }: Operation): JsonObject | null {
  const given = own(extensions, "x-amazon-apigateway-integration");
  return isObject(given) ? { payloadFormatVersion: "1.0", ...given } : null;
}

function integration(functionName: string, settings: ApiSettings): JsonObject {
  return {
    type: "AWS_PROXY",
    httpMethod: "POST",
    uri: functionArn(functionName),
    payloadFormatVersion: "2.0",
    connectionType: "INTERNET",
    timeoutInMillis: Math.min(settings.integrationTimeoutMs, HTTP_API_INTEGRATION_TIMEOUT_MS),
  };
}

function pathParameters(path: string): { parameters?: readonly JsonObject[] } {
  const parameters = pathSegments(path).flatMap((segment) =>
    segment.kind === "variable"
      ? [{ name: segment.name, in: "path", required: true, schema: { type: "string" } }]
      : [],
  );
  return parameters.length > 0 ? { parameters } : {};
}

/** Descriptions only: what a route answers is the function's business. */
function routeResponses({ responses }: Operation): JsonObject {
  const entries = responses.map(({ status, description }) => [
    status,
    { description: description || "The answer" },
  ]);
  return entries.length > 0
    ? Object.fromEntries(entries)
    : { default: { description: "The answer" } };
}

/** API Gateway answers preflight requests itself and replaces CORS headers that a function sends. */
function corsConfiguration(contract: Contract, cors: CorsSettings): JsonObject {
  return {
    allowOrigins: cors.allowOrigins,
    allowMethods: [...new Set(contract.operations.map(({ method }) => method)), "OPTIONS"].filter(
      (method, index, all) => all.indexOf(method) === index,
    ),
    allowHeaders: cors.allowHeaders,
    exposeHeaders: cors.exposeHeaders,
    allowCredentials: cors.allowCredentials,
    maxAge: cors.maxAgeSeconds,
  };
}
