import { allValues, lastValues, lowerCase, queryPairs } from "./event-fields.js";
import { type RawRequest, splitTarget } from "./raw-request.js";

/**
 * What a load balancer sends: single values, or lists when its target group says so; names and values of the query
 * stay encoded. Source: Elastic Load Balancing, "Use Lambda functions as targets of an Application Load Balancer".
 */
export function balancerEvent(request: RawRequest, isMultiValue: boolean): object {
  const { path, query } = splitTarget(request.target);
  const pairs = queryPairs(query, (text) => text);
  const headers = lowerCase(request.headers);
  return {
    requestContext: {
      elb: {
        targetGroupArn:
          "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/board/6d0ecf831eec9f09",
      },
    },
    httpMethod: request.method,
    path,
    ...(isMultiValue
      ? {
          multiValueQueryStringParameters: allValues(pairs) ?? {},
          multiValueHeaders: allValues(headers) ?? {},
        }
      : { queryStringParameters: lastValues(pairs) ?? {}, headers: lastValues(headers) ?? {} }),
    body: request.body ?? "",
    isBase64Encoded: false,
  };
}
