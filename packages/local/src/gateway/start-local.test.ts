import type { JsonObject } from "@gatewright/contract";
import { afterEach, expect, it } from "vitest";
import {
  bearerComponents,
  definitionOf,
  proxyOperation,
  resourcesOf,
} from "./definition.testing.js";
import type { HandlerLoader } from "./function-runner.js";
import { type LocalGateway, type LocalOptions, startLocal } from "./start-local.js";

const running: LocalGateway[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((gateway) => gateway.close()));
});

interface TestEvent {
  readonly headers: Readonly<Record<string, string>>;
  readonly methodArn: string;
}
type Call = (event: TestEvent, context: object) => unknown;

function loads(call: Call): HandlerLoader {
  return () => Promise.resolve(call);
}

function newSignal() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const echo = loads((event) => ({ statusCode: 200, body: JSON.stringify(event) }));

async function start(
  definition: JsonObject,
  functions: LocalOptions["functions"],
  extra: Partial<LocalOptions> = {},
): Promise<LocalGateway> {
  const resources = resourcesOf(...Object.keys(functions));
  const gateway = await startLocal({ definition, functions, resources, port: 0, ...extra });
  running.push(gateway);
  return gateway;
}

it("gives the function an event of payload format 1.0", async () => {
  const definition = definitionOf({
    "/messages/{messageId}": { post: proxyOperation("api", { operationId: "postIt" }) },
  });
  const { url } = await start(definition, { api: echo });
  const response = await fetch(`${url}/messages/a%2Fb?tag=x&tag=y+z&limit=%33`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-One": "1", "User-Agent": "test" },
    body: '{"text":"é"}',
  });
  const event = await response.json();
  expect(event).toMatchObject({
    resource: "/messages/{messageId}",
    path: "/messages/a%2Fb",
    httpMethod: "POST",
    queryStringParameters: { tag: "y z", limit: "3" },
    multiValueQueryStringParameters: { tag: ["x", "y z"], limit: ["3"] },
    pathParameters: { messageId: "a%2Fb" },
    stageVariables: null,
    body: '{"text":"é"}',
    isBase64Encoded: false,
    requestContext: {
      httpMethod: "POST",
      operationName: "postIt",
      path: "/local/messages/a%2Fb",
      protocol: "HTTP/1.1",
      resourcePath: "/messages/{messageId}",
      stage: "local",
      requestId: response.headers.get("x-amzn-requestid"),
      identity: { sourceIp: "127.0.0.1", userAgent: "test", user: null },
    },
  });
  expect(event.requestContext.authorizer).toBeUndefined();
  expect(event.requestContext.requestTime).toMatch(
    /^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/,
  );
  expect(response.headers.get("content-type")).toBe("application/json");
});

it("sends every value of a header and the length of the body", async () => {
  const cookies = loads(() => ({
    statusCode: 200,
    multiValueHeaders: { "Set-Cookie": ["a=1, x", "b=2"] },
    headers: { "Content-Type": "text/plain" },
    body: "é",
  }));
  const { url } = await start(definitionOf({ "/a": { get: proxyOperation("api") } }), {
    api: cookies,
  });
  const response = await fetch(`${url}/a`);
  expect(response.headers.getSetCookie()).toEqual(["a=1, x", "b=2"]);
  expect(response.headers.get("content-type")).toBe("text/plain");
  expect(response.headers.get("content-length")).toBe("2");
  expect(response.headers.get("transfer-encoding")).toBeNull();
});

it("answers 403 Missing Authentication Token to an unknown path and to an unknown method", async () => {
  const { url } = await start(definitionOf({ "/messages": { get: proxyOperation("api") } }), {
    api: echo,
  });
  for (const [path, method] of [
    ["/other", "GET"],
    ["/messages", "PUT"],
    ["/messages", "HEAD"],
    ["/messages/", "DELETE"],
  ] as const) {
    const response = await fetch(url + path, { method });
    expect([path, method, response.status]).toEqual([path, method, 403]);
    expect(response.headers.get("x-amzn-errortype")).toBe("MissingAuthenticationTokenException");
    if (method !== "HEAD") {
      expect(await response.json()).toEqual({ message: "Missing Authentication Token" });
    }
  }
});

it("refuses without the token, lets through with it, and asks the authorizer once per token", async () => {
  let calls = 0;
  const authorizer = loads((event) => {
    calls += 1;
    const { authorization } = event.headers;
    if (authorization === "Bearer bad") throw new Error("Unauthorized");
    if (authorization === "Bearer boom") throw new Error("out of order");
    return {
      principalId: "ada",
      policyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Action: "execute-api:Invoke",
            Effect: authorization === "Bearer deny" ? "Deny" : "Allow",
            Resource: `${event.methodArn.split("/", 2).join("/")}/*`,
          },
        ],
      },
      context: { scope: "users:read", level: 3, active: true },
    };
  });
  const definition = definitionOf(
    { "/users": { get: proxyOperation("api", { security: [{ bearer: [] }] }) } },
    { components: bearerComponents("auth") },
  );
  const { url } = await start(definition, { api: echo, auth: authorizer });
  const call = (token?: string) =>
    fetch(
      `${url}/users`,
      token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
    );

  const missing = await call();
  expect([missing.status, await missing.json()]).toEqual([401, { message: "Unauthorized" }]);
  expect(calls).toBe(0);

  const { requestContext } = await (await call("good")).json();
  expect(requestContext.authorizer).toEqual({
    principalId: "ada",
    scope: "users:read",
    level: "3",
    active: "true",
    integrationLatency: expect.any(Number),
  });
  await call("good");
  expect(calls).toBe(1);

  expect((await call("bad")).status).toBe(401);
  expect((await call("boom")).status).toBe(500);
  const denied = await call("deny");
  expect([denied.status, await denied.json()]).toEqual([
    403,
    { message: "User is not authorized to access this resource with an explicit deny" },
  ]);
});

it("answers a CORS preflight from a MOCK integration, without the function", async () => {
  const definition = definitionOf({
    "/messages": {
      options: {
        responses: { "204": { description: "CORS" } },
        "x-amazon-apigateway-integration": {
          type: "mock",
          requestTemplates: { "application/json": '{"statusCode":204}' },
          responses: {
            default: {
              statusCode: "204",
              responseParameters: {
                "method.response.header.Access-Control-Allow-Origin": "'*'",
                "method.response.header.Access-Control-Allow-Methods": "'GET,OPTIONS'",
              },
            },
          },
        },
      },
    },
  });
  const { url } = await start(definition, {});
  const response = await fetch(`${url}/messages`, { method: "OPTIONS" });
  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(response.headers.get("access-control-allow-methods")).toBe("GET,OPTIONS");
});

it("fills gateway responses by plain substitution and sets their static headers", async () => {
  const definition = definitionOf(
    { "/a": { get: proxyOperation("api") } },
    {
      "x-amazon-apigateway-gateway-responses": {
        DEFAULT_4XX: {
          responseParameters: { "gatewayresponse.header.Access-Control-Allow-Origin": "'*'" },
          responseTemplates: {
            "application/json":
              '{"detail":$context.error.messageString,"requestId":"$context.requestId"}',
          },
        },
      },
    },
  );
  const { url } = await start(definition, { api: echo });
  const response = await fetch(`${url}/b`);
  expect(response.status).toBe(403);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(await response.json()).toEqual({
    detail: "Missing Authentication Token",
    requestId: response.headers.get("x-amzn-requestid"),
  });
});

it("answers 502 to a function that throws, does not load or returns what a proxy result cannot be", async () => {
  const failures: string[] = [];
  const definition = definitionOf({
    "/throws": { get: proxyOperation("throws") },
    "/broken": { get: proxyOperation("broken") },
    "/odd": { get: proxyOperation("odd") },
  });
  const { url, requests } = await start(
    definition,
    {
      throws: loads(() => {
        throw new TypeError("no");
      }),
      broken: () => Promise.reject(new Error("no such module")),
      odd: loads(() => ({ statusCode: 200, body: "", cookies: [] })),
    },
    {
      onFailure: ({ functionName, invocation }) =>
        failures.push(`${functionName} ${invocation.kind}`),
    },
  );
  for (const path of ["/throws", "/broken", "/odd"]) {
    const response = await fetch(url + path);
    expect([response.status, await response.json()]).toEqual([
      502,
      { message: "Internal server error" },
    ]);
  }
  expect(failures).toEqual(["throws failed", "broken failed"]);
  expect(requests.latest().map(({ note }) => note)).toEqual([
    'malformed proxy result: the result has a field "cookies"',
    "the function did not load: Error: no such module",
    "the function threw TypeError: no",
  ]);
});

it("lets requests on their way finish with the old functions while new ones are put in place", async () => {
  const arrived = newSignal();
  const release = newSignal();
  const slow = loads(async () => {
    arrived.resolve();
    await release.promise;
    return { statusCode: 200, body: "old" };
  });
  const definition = definitionOf({ "/a": { get: proxyOperation("api") } });
  const gateway = await start(definition, { api: slow });
  const first = fetch(`${gateway.url}/a`);
  await arrived.promise;
  await gateway.reload({
    definition,
    resources: resourcesOf("api"),
    functions: { api: loads(() => ({ statusCode: 200, body: "new" })) },
  });
  expect(await (await fetch(`${gateway.url}/a`)).text()).toBe("new");
  release.resolve();
  expect(await (await first).text()).toBe("old");
});
