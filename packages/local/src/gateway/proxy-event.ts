import type { GatewayMethod } from "../definition/gateway-definition.js";
import { isBinaryMediaType } from "./binary-media-type.js";
import type { GatewayRequest } from "./gateway-request.js";
import { headerValue } from "./multi-value-map.js";
import { methodArn, type Stage } from "./stage.js";

/** A request that has found its method. */
export interface RoutedRequest {
  readonly request: GatewayRequest;
  readonly method: GatewayMethod;
  readonly pathParameters: Readonly<Record<string, string>> | null;
}

/** `requestContext.authorizer`: `principalId` and the authorizer's context, all strings but the latency. */
export type AuthorizerContext = Readonly<Record<string, string | number>>;

/** The Lambda proxy event of a REST API, payload format 1.0. */
export function proxyEvent(
  routed: RoutedRequest,
  binaryMediaTypes: readonly string[],
  requestContext: object,
): object {
  const { request, method, pathParameters } = routed;
  const { headers, query, body } = request;
  const isBase64Encoded =
    body !== null && isBinaryMediaType(binaryMediaTypes, headerValue(headers, "content-type"));
  return {
    resource: method.resourcePath,
    path: request.path,
    httpMethod: request.httpMethod,
    headers: headers === null ? null : headers.single,
    multiValueHeaders: headers === null ? null : headers.multi,
    queryStringParameters: query === null ? null : query.single,
    multiValueQueryStringParameters: query === null ? null : query.multi,
    pathParameters,
    stageVariables: null,
    requestContext,
    body: body === null ? null : body.toString(isBase64Encoded ? "base64" : "utf8"),
    isBase64Encoded,
  };
}

/** The event of a REQUEST authorizer. */
export function requestAuthorizerEvent(routed: RoutedRequest, stage: Stage): object {
  const { request, method, pathParameters } = routed;
  return {
    type: "REQUEST",
    methodArn: methodArn(stage, request.httpMethod, request.path),
    resource: method.resourcePath,
    path: request.path,
    httpMethod: request.httpMethod,
    headers: request.headers?.single ?? null,
    multiValueHeaders: request.headers?.multi ?? null,
    queryStringParameters: request.query?.single ?? null,
    multiValueQueryStringParameters: request.query?.multi ?? null,
    pathParameters,
    stageVariables: null,
    requestContext: requestContext(routed, stage, null, null),
  };
}

/** The event of a TOKEN authorizer. */
export function tokenAuthorizerEvent(routed: RoutedRequest, stage: Stage, token: string): object {
  const { httpMethod, path } = routed.request;
  return {
    type: "TOKEN",
    authorizationToken: token,
    methodArn: methodArn(stage, httpMethod, path),
  };
}

/** `requestContext` of an event. `authorizer` and `identity.apiKey` are there only where they apply. */
export function requestContext(
  { request, method }: RoutedRequest,
  stage: Stage,
  authorizer: AuthorizerContext | null,
  apiKey: string | null,
): object {
  const domainName = headerValue(request.headers, "host") ?? "localhost";
  return {
    accountId: stage.accountId,
    apiId: stage.apiId,
    ...(authorizer !== null && { authorizer }),
    deploymentId: "local",
    domainName,
    domainPrefix: stage.apiId,
    extendedRequestId: request.extendedId,
    httpMethod: request.httpMethod,
    identity: {
      accessKey: null,
      accountId: null,
      ...(apiKey !== null && { apiKey, apiKeyId: "local" }),
      caller: null,
      cognitoAuthenticationProvider: null,
      cognitoAuthenticationType: null,
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      principalOrgId: null,
      sourceIp: request.sourceIp,
      user: null,
      userAgent: headerValue(request.headers, "user-agent") ?? null,
      userArn: null,
    },
    ...(method.operationName !== null && { operationName: method.operationName }),
    path: `/${stage.name}${request.path}`,
    protocol: "HTTP/1.1",
    requestId: request.id,
    requestTime: requestTime(request.receivedAt),
    requestTimeEpoch: request.receivedAt,
    resourceId: "local",
    resourcePath: method.resourcePath,
    stage: stage.name,
  };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
let lastSecond = -1;
let lastTime = "";

/** Time in the Common Log Format, UTC: `20/Nov/2026:09:15:04 +0000`. */
function requestTime(epochMs: number): string {
  const second = Math.floor(epochMs / 1000);
  if (second === lastSecond) return lastTime;
  const iso = new Date(epochMs).toISOString();
  const month = MONTHS[Number(iso.slice(5, 7)) - 1] ?? "";
  lastSecond = second;
  lastTime = `${iso.slice(8, 10)}/${month}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
  return lastTime;
}
