import { allValues, lastValues, queryPairs } from "./event-fields.js";
import { type AuthorizerContext, type RawRequest, splitTarget } from "./raw-request.js";
import { findRoute } from "./route.js";

/**
 * Payload format 1.0 of a REST API. A path that has no resource of its own arrives by `/{proxy+}`, as in an API that
 * has one. Path variables stay encoded, query values are decoded.
 * Source: API Gateway Developer Guide, "Lambda proxy integrations in API Gateway", input format.
 */
export function restEvent(
  request: RawRequest,
  templates: readonly string[],
  authorizer: AuthorizerContext,
): object {
  const { path, query } = splitTarget(request.target);
  const route = findRoute(templates, path);
  const resource = route?.template ?? "/{proxy+}";
  const variables = route ? route.variables : { proxy: path.replace(/^\//, "") };
  const pairs = queryPairs(query);
  return {
    resource,
    path,
    httpMethod: request.method,
    headers: lastValues(request.headers),
    multiValueHeaders: allValues(request.headers),
    queryStringParameters: lastValues(pairs),
    multiValueQueryStringParameters: allValues(pairs),
    pathParameters: Object.keys(variables).length === 0 ? null : variables,
    stageVariables: null,
    requestContext: {
      accountId: "123456789012",
      apiId: "abc123",
      ...(authorizer && {
        authorizer: { ...authorizer, principalId: authorizer.sub, integrationLatency: 7 },
      }),
      domainName: "abc123.execute-api.eu-west-1.amazonaws.com",
      domainPrefix: "abc123",
      extendedRequestId: "JKJaXmPLvHcESHA=",
      httpMethod: request.method,
      identity: { accessKey: null, sourceIp: "198.51.100.7", userAgent: null, apiKey: null },
      path: `/prod${path}`,
      protocol: "HTTP/1.1",
      requestId: "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
      requestTime: "09/Apr/2026:12:34:56 +0000",
      requestTimeEpoch: 1_775_738_096_000,
      resourceId: "r1",
      resourcePath: resource,
      stage: "prod",
    },
    body: request.body,
    isBase64Encoded: false,
  };
}
