import { decodePercent } from "@gatewright/contract";
import { joinedValues, lowerCase, queryPairs } from "./event-fields.js";
import { type AuthorizerContext, type RawRequest, splitTarget } from "./raw-request.js";
import { findRoute } from "./route.js";

/**
 * Payload format 2.0 of an HTTP API. A path without a route of its own arrives by `$default`. Path and path
 * variables are decoded, the raw query is not.
 * Source: API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs", format version 2.0.
 */
export function httpEvent(
  request: RawRequest,
  templates: readonly string[],
  routeKeys: ReadonlySet<string>,
  authorizer: AuthorizerContext,
): object {
  const { path, query } = splitTarget(request.target);
  const route = findRoute(templates, path);
  const key = `${request.method} ${route?.template}`;
  const routeKey = routeKeys.has(key) ? key : "$default";
  const variables =
    route && routeKey !== "$default"
      ? Object.entries(route.variables).map(([name, value]) => [name, decodePercent(value)])
      : [];
  const headers = lowerCase(request.headers);
  const cookies = headers.filter(([name]) => name === "cookie").flatMap(([, v]) => v.split("; "));
  return {
    version: "2.0",
    routeKey,
    rawPath: decodePercent(path),
    rawQueryString: query ?? "",
    ...(cookies.length > 0 && { cookies }),
    headers: joinedValues(headers.filter(([name]) => name !== "cookie")) ?? {},
    ...(query && { queryStringParameters: joinedValues(queryPairs(query)) }),
    ...(variables.length > 0 && { pathParameters: Object.fromEntries(variables) }),
    requestContext: {
      accountId: "123456789012",
      apiId: "abc123",
      ...(authorizer && { authorizer: { lambda: authorizer } }),
      domainName: "abc123.execute-api.eu-west-1.amazonaws.com",
      domainPrefix: "abc123",
      http: {
        method: request.method,
        path: decodePercent(path),
        protocol: "HTTP/1.1",
        sourceIp: "198.51.100.7",
        userAgent: "agent",
      },
      requestId: "JKJaXmPLvHcESHA=",
      routeKey,
      stage: "$default",
      time: "09/Apr/2026:12:34:56 +0000",
      timeEpoch: 1_775_738_096_000,
    },
    ...(request.body !== null && { body: request.body }),
    isBase64Encoded: false,
  };
}
