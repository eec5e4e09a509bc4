import { joinedValues, lowerCase, queryPairs } from "./event-fields.js";
import { type RawRequest, splitTarget } from "./raw-request.js";

/**
 * What a function URL sends: payload format 2.0, always `$default`, nothing routed and the path still encoded; the
 * body in base64 unless its media type is text. Source: Lambda Developer Guide, "Invoking Lambda function URLs".
 */
export function functionUrlEvent(request: RawRequest, isBase64Encoded = false): object {
  const { path, query } = splitTarget(request.target);
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query ?? "",
    headers: joinedValues(lowerCase(request.headers)) ?? {},
    ...(query && { queryStringParameters: joinedValues(queryPairs(query)) }),
    requestContext: {
      accountId: "anonymous",
      apiId: "7d3uqkyxd2j5gb3fqyuvtqgkru0yabcd",
      domainName: "7d3uqkyxd2j5gb3fqyuvtqgkru0yabcd.lambda-url.eu-west-1.on.aws",
      domainPrefix: "7d3uqkyxd2j5gb3fqyuvtqgkru0yabcd",
      http: {
        method: request.method,
        path,
        protocol: "HTTP/1.1",
        sourceIp: "198.51.100.7",
        userAgent: "agent",
      },
      requestId: "e1506fd5-9e7b-434f-bd42-4f8fa224b599",
      routeKey: "$default",
      stage: "$default",
      time: "09/Apr/2026:12:34:56 +0000",
      timeEpoch: 1_775_738_096_000,
    },
    ...(request.body !== null && {
      body: isBase64Encoded ? Buffer.from(request.body).toString("base64") : request.body,
    }),
    isBase64Encoded,
  };
}
