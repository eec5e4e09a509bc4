import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import type { JsonObject } from "@gatewright/contract";
import type { APIGatewayProxyEvent, APIGatewayTokenAuthorizerEvent } from "aws-lambda";
import { afterEach, expect, it, vi } from "vitest";
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
  vi.useRealTimers();
  await Promise.all(running.splice(0).map((gateway) => gateway.close()));
});

const echo: HandlerLoader = async () => (event: APIGatewayProxyEvent) => ({
  statusCode: 200,
  body: JSON.stringify(event),
});

async function start(
  definition: JsonObject,
  functions: LocalOptions["functions"] = { api: echo },
  extra: Partial<LocalOptions> = {},
): Promise<LocalGateway> {
  const resources = resourcesOf(...Object.keys(functions));
  const gateway = await startLocal({ definition, functions, resources, port: 0, ...extra });
  running.push(gateway);
  return gateway;
}

/** Sends text over a socket, as no client library would let us. */
function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => {
      answer += chunk.toString("utf8");
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

const VALIDATED = {
  "x-amazon-apigateway-request-validators": {
    all: { validateRequestBody: true, validateRequestParameters: true },
  },
  "x-amazon-apigateway-request-validator": "all",
  components: {
    schemas: {
      Note: {
        type: "object",
        required: ["text"],
        properties: {
          text: { type: "string", maxLength: 5 },
          at: { type: "string", format: "date" },
        },
      },
    },
  },
};
const NOTE = { content: { "application/json": { schema: { $ref: "#/components/schemas/Note" } } } };

it("says of a body that is nested too deeply for its check that it is", async () => {
  const note = { type: "object", properties: { next: { $ref: "#/components/schemas/Note" } } };
  const definition = definitionOf(
    { "/a": { post: proxyOperation("api", { requestBody: NOTE }) } },
    { ...VALIDATED, components: { schemas: { Note: note } } },
  );
  const { url } = await start(definition);
  const post = async (depth: number) => {
    const body = `${'{"next":'.repeat(depth)}{}${"}".repeat(depth)}`;
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${url}/a`, { method: "POST", headers, body });
    const { message } = await response.json();
    return [response.status, message];
  };
  expect(await post(10)).toEqual([200, undefined]);
  expect(await post(100_000)).toEqual([400, "Request body is nested too deeply"]);
});

it("checks required parameters first, by presence and not blank, then the body by its model", async () => {
  const operation = proxyOperation("api", {
    parameters: [
      { name: "X-Trace", in: "header", required: true, schema: { type: "string" } },
      { name: "q", in: "query", required: true, schema: { type: "string" } },
      { name: "toString", in: "query", required: true, schema: { type: "string" } },
    ],
    requestBody: NOTE,
  });
  const { url } = await start(definitionOf({ "/a": { post: operation } }, VALIDATED));
  const post = async (
    path: string,
    body: string | undefined,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(url + path, {
      method: "POST",
      headers,
      ...(body !== undefined && { body }),
    });
    return [
      response.status,
      response.headers.get("x-amzn-errortype"),
      (await response.json()).message,
    ];
  };
  expect(await post("/a?q=%20", "{}")).toEqual([
    400,
    "BadRequestException",
    "Missing required request parameters: [X-Trace, q, toString]",
  ]);
  // Names are compared with their case; a client library would send this one in lower case.
  const raw = (body: string) =>
    sendRaw(
      Number(new URL(url).port),
      `POST /a?q=1&toString=2 HTTP/1.1\r\nHost: a\r\nX-Trace: 1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    );
  expect(await raw('{"text":"too long"}')).toContain('{"message":"Invalid request body"}');
  expect(await raw("{nonsense")).toContain('{"message":"Invalid request body"}');
  expect(await raw("")).toContain('{"message":"Invalid request body"}');
  expect(await raw('{"text":"ok","at":"no date"}')).toContain("HTTP/1.1 200");
});

it("does not check a body whose media type has no model", async () => {
  const { url } = await start(
    definitionOf({ "/a": { post: proxyOperation("api", { requestBody: NOTE }) } }, VALIDATED),
  );
  const response = await fetch(`${url}/a`, {
    method: "POST",
    body: "{}",
    headers: { "content-type": "text/plain" },
  });
  expect(response.status).toBe(200);
});

it("takes ten megabytes of body and answers 413 to more, announced or not", async () => {
  const sizes: HandlerLoader = async () => (event: APIGatewayProxyEvent) => ({
    statusCode: 200,
    body: String(event.body?.length),
  });
  const { url, port } = await start(definitionOf({ "/a": { post: proxyOperation("api") } }), {
    api: sizes,
  });
  const limit = 10 * 1024 * 1024;
  const fits = await fetch(`${url}/a`, { method: "POST", body: "x".repeat(limit) });
  expect(await fits.text()).toBe(String(limit));
  const tooMuch = await fetch(`${url}/a`, { method: "POST", body: "x".repeat(limit + 1) });
  expect([tooMuch.status, await tooMuch.json()]).toEqual([413, { message: "Request Too Long" }]);

  const status = await new Promise((resolve, reject) => {
    const request = httpRequest(
      { port, host: "127.0.0.1", path: "/a", method: "POST" },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    request.on("error", reject);
    request.write("x".repeat(limit));
    request.end("y");
  });
  expect(status).toBe(413);
});

it("answers 431 to more than 10,240 bytes of headers", async () => {
  const { url } = await start(definitionOf({ "/a": { get: proxyOperation("api") } }));
  expect((await fetch(`${url}/a`, { headers: { "x-long": "x".repeat(9_000) } })).status).toBe(200);
  expect((await fetch(`${url}/a`, { headers: { "x-long": "x".repeat(10_240) } })).status).toBe(431);
});

it("answers 502 to a result of more than six megabytes", async () => {
  const long: HandlerLoader = async () => () => ({
    statusCode: 200,
    body: "x".repeat(6 * 1024 * 1024),
  });
  const short: HandlerLoader = async () => () => ({
    statusCode: 200,
    body: "x".repeat(5 * 1024 * 1024),
  });
  const { url } = await start(
    definitionOf({
      "/long": { get: proxyOperation("long") },
      "/short": { get: proxyOperation("short") },
    }),
    { long, short },
  );
  expect((await fetch(`${url}/long`)).status).toBe(502);
  expect((await fetch(`${url}/short`)).status).toBe(200);
});

it("answers 504 when the integration runs out of time, and 502 when the function does", async () => {
  const never: HandlerLoader = async () => () => new Promise(() => {});
  const slow = { ...proxyOperation("never") };
  const integration = slow["x-amazon-apigateway-integration"];
  const short = {
    ...slow,
    "x-amazon-apigateway-integration": { ...(integration as JsonObject), timeoutInMillis: 50 },
  };
  const definition = definitionOf({ "/gateway": { get: short }, "/function": { get: slow } });
  const resources = resourcesOf("never");
  const functions = { never };
  const gateway = await startLocal({
    definition,
    functions,
    resources: {
      ...resources,
      functions: resources.functions.map((resource) => ({ ...resource, timeoutSeconds: 0.1 })),
    },
    port: 0,
  });
  running.push(gateway);
  const timedOut = await fetch(`${gateway.url}/gateway`);
  expect([timedOut.status, await timedOut.json()]).toEqual([
    504,
    { message: "Endpoint request timed out" },
  ]);
  const failed = await fetch(`${gateway.url}/function`);
  expect([failed.status, await failed.json()]).toEqual([502, { message: "Internal server error" }]);
});

it("sends a body as base64 when its media type is binary", async () => {
  const { url } = await start(
    definitionOf(
      { "/a": { post: proxyOperation("api") } },
      { "x-amazon-apigateway-binary-media-types": ["image/png"] },
    ),
  );
  const bytes = Buffer.from([0, 255, 128]);
  const send = async (type: string) =>
    (
      await fetch(`${url}/a`, { method: "POST", body: bytes, headers: { "content-type": type } })
    ).json();
  expect(await send("Image/PNG; q=1")).toMatchObject({ body: "AP+A", isBase64Encoded: true });
  expect(await send("text/plain")).toMatchObject({ isBase64Encoded: false });
});

it("takes dots and percent signs in a path as they are, and refuses what is no path", async () => {
  const { port } = await start(
    definitionOf({
      "/a/{id}": { get: proxyOperation("api") },
      "/b": { get: proxyOperation("api") },
    }),
  );
  const get = (target: string) =>
    sendRaw(port, `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
  expect(await get("/a/..")).toContain('"path":"/a/.."');
  expect(await get("/a/%2F%zz")).toContain('"pathParameters":{"id":"%2F%zz"}');
  expect(await get("/a/../b")).toContain("HTTP/1.1 403");
  expect(await get("http://a/b")).toContain("HTTP/1.1 400");
});

it("lets X-HTTP-Method-Override choose the method", async () => {
  const { url } = await start(definitionOf({ "/a": { delete: proxyOperation("api") } }));
  const response = await fetch(`${url}/a`, {
    method: "POST",
    headers: { "x-http-method-override": "DELETE" },
  });
  expect(await response.json()).toMatchObject({ httpMethod: "DELETE" });
});

it("hands the function its own event, whatever the authorizer did to its copy", async () => {
  const vandal: HandlerLoader = async () => (event: APIGatewayProxyEvent) => {
    event.headers.authorization = "changed";
    return {
      principalId: "a",
      policyDocument: { Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
    };
  };
  const { url } = await start(
    definitionOf(
      { "/a": { get: proxyOperation("api", { security: [{ bearer: [] }] }) } },
      { components: bearerComponents("auth") },
    ),
    { api: echo, auth: vandal },
  );
  const event = await (await fetch(`${url}/a`, { headers: { authorization: "Bearer x" } })).json();
  expect(event.headers.authorization).toBe("Bearer x");
});

it("calls a TOKEN authorizer with the token, if the token looks right", async () => {
  const tokens: string[] = [];
  const auth: HandlerLoader = async () => (event: APIGatewayTokenAuthorizerEvent) => {
    tokens.push(event.authorizationToken);
    return {
      principalId: "a",
      policyDocument: {
        Statement: [{ Effect: "Allow", Action: "*", Resource: event.methodArn }],
      },
    };
  };
  const { url } = await start(
    definitionOf(
      {
        "/a": { get: proxyOperation("api", { security: [{ bearer: [] }] }) },
        "/b": { get: proxyOperation("api", { security: [{ bearer: [] }] }) },
      },
      {
        components: bearerComponents("auth", {
          type: "token",
          identityValidationExpression: "Bearer [a-z]+",
        }),
      },
    ),
    { api: echo, auth },
  );
  const call = async (path: string, authorization: string) =>
    (await fetch(url + path, { headers: { authorization } })).status;
  expect(await call("/a", "Bearer UPPER")).toBe(401);
  expect(await call("/a", "Bearer good")).toBe(200);
  // The cached policy names one method: it does not open another.
  expect(await call("/b", "Bearer good")).toBe(403);
  expect(tokens).toEqual(["Bearer good"]);
});

it("remembers requests without queries, headers and bodies, and with what functions wrote to the console", async () => {
  const silence = vi.spyOn(console, "log").mockImplementation(() => {});
  const loud: HandlerLoader = async () => () => {
    console.log("hello %s", "there");
    return { statusCode: 200, body: "secret body" };
  };
  const { url, requests } = await start(
    definitionOf({ "/a/{id}": { get: proxyOperation("loud") } }),
    { loud },
  );
  await (await fetch(`${url}/a/7?token=secret`, { headers: { authorization: "secret" } })).text();
  silence.mockRestore();
  const [record] = requests.latest();
  expect(record).toMatchObject({
    method: "GET",
    path: "/a/7",
    resource: "/a/{id}",
    status: 200,
    functionName: "loud",
    authorizer: null,
    gatewayResponse: null,
    logs: ["hello there"],
  });
  expect(JSON.stringify(record)).not.toContain("secret");
});

it("keeps the old definition when a new one cannot run", async () => {
  const gateway = await start(definitionOf({ "/a": { get: proxyOperation("api") } }));
  const reload = gateway.reload({
    definition: definitionOf({ "/a": { get: proxyOperation("other") } }),
    functions: { api: echo },
    resources: resourcesOf("api"),
  });
  await expect(reload).rejects.toMatchObject({ code: "GW6003" });
  expect((await fetch(`${gateway.url}/a`)).status).toBe(200);
});
