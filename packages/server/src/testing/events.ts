// Events as their sources send them, one maker per source. What a test does not name is what most requests have.

type Fields = Readonly<Record<string, unknown>>;

/** Source: API Gateway Developer Guide, "Input format of a Lambda function for proxy integration". */
export function restEvent(fields: Fields = {}, context: Fields = {}) {
  return {
    resource: "/messages",
    path: "/messages",
    httpMethod: "GET",
    headers: null,
    multiValueHeaders: null,
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    body: null,
    isBase64Encoded: false,
    requestContext: { stage: "prod", requestId: "r-1", authorizer: undefined, ...context },
    ...fields,
  };
}

/** Source: API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs", format version 2.0. */
export function httpEvent(fields: Fields = {}, context: Fields = {}) {
  return {
    version: "2.0",
    routeKey: "GET /messages",
    rawPath: "/messages",
    rawQueryString: "",
    headers: { accept: "application/json" },
    isBase64Encoded: false,
    requestContext: {
      stage: "$default",
      requestId: "r-2",
      domainName: "abc123.execute-api.eu-west-1.amazonaws.com",
      http: { method: "GET", path: "/messages" },
      ...context,
    },
    ...fields,
  };
}

/** Source: Lambda Developer Guide, "Invoking Lambda function URLs". */
export function urlEvent(method: string, rawPath: string, fields: Fields = {}) {
  return httpEvent(
    { routeKey: "$default", rawPath, ...fields },
    { domainName: "abc.lambda-url.eu-west-1.on.aws", http: { method, path: rawPath } },
  );
}

/** Source: Elastic Load Balancing, "Use Lambda functions as targets of an Application Load Balancer". */
export function balancerEvent(fields: Fields = {}) {
  return {
    requestContext: {
      elb: { targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/a/b" },
    },
    httpMethod: "GET",
    path: "/messages",
    queryStringParameters: {},
    headers: { accept: "application/json" },
    body: "",
    isBase64Encoded: false,
    ...fields,
  };
}
