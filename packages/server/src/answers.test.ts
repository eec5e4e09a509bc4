import type { OperationRow, ResponseValidatorTable } from "@gatewright/contract";
import { afterEach, describe, expect, it, vi } from "vitest";
import { checkResponses, createLambda, MissingHandlerError, type ResponseChecks } from "./index.js";
import { echo, row } from "./testing/echo.js";
import { balancerEvent, httpEvent, restEvent } from "./testing/events.js";

const json = { mediaType: "application/json", kind: "json" } as const;
const problem = { content: [{ mediaType: "application/problem+json", kind: "json" }] } as const;

/** A function with one operation that answers as told. */
function answering(
  responses: OperationRow["responses"],
  answer: (reply: (status: number, body?: unknown, headers?: object) => unknown) => unknown,
  options: Parameters<typeof echo>[1] = {},
) {
  return echo(row("list", "GET /messages", { responses }), {
    ...options,
    handlers: { list: async (_, { reply }) => answer(reply) },
  });
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("an answer", () => {
  it("of status 204 has no body and no content type", async () => {
    const { handler } = answering({ 204: {} }, (reply) => reply(204));
    expect(await handler(restEvent())).toEqual({
      statusCode: 204,
      headers: {},
      body: "",
      isBase64Encoded: false,
    });
  });

  it("has the declared media type, and the request's id when it is a Problem", async () => {
    const { call } = answering({ "4XX": problem }, (reply) =>
      reply(409, { title: "Taken", status: 409 }),
    );
    expect(await call(restEvent())).toMatchObject({
      status: 409,
      headers: { "content-type": "application/problem+json" },
      body: { title: "Taken", status: 409, requestId: "r-1" },
    });
  });

  it("chooses among several media types", async () => {
    const csv = { mediaType: "text/csv", kind: "text" } as const;
    const { handler } = answering({ 200: { content: [json, csv] } }, (reply) =>
      reply(200, { mediaType: "text/csv", body: "a,b" }),
    );
    expect(await handler(restEvent())).toMatchObject({
      headers: { "content-type": "text/csv" },
      body: "a,b",
    });
  });

  it("of bytes goes out in base64", async () => {
    const png = { mediaType: "image/*", kind: "binary" } as const;
    const { handler } = answering({ 200: { content: [png] } }, (reply) =>
      reply(200, new Uint8Array([0, 255]), { "content-type": "image/png" }),
    );
    expect(await handler(restEvent())).toMatchObject({
      headers: { "content-type": "image/png" },
      body: "AP8=",
      isBase64Encoded: true,
    });
  });

  it("writes header values by their shape, and cookies one by one", async () => {
    const { handler } = answering({ 200: { content: [json] } }, (reply) =>
      reply(
        200,
        {},
        { "X-Rate": 5, "x-list": ["a", "b"], "x-none": undefined, "set-cookie": ["a=1", "b=2"] },
      ),
    );
    const headers = { "content-type": "application/json", "x-rate": "5", "x-list": "a,b" };
    expect(await handler(restEvent())).toMatchObject({
      headers,
      multiValueHeaders: { "set-cookie": ["a=1", "b=2"] },
    });
    expect(await handler(httpEvent())).toMatchObject({ headers, cookies: ["a=1", "b=2"] });
    expect(await handler(balancerEvent())).toMatchObject({
      headers: { ...headers, "set-cookie": "a=1" },
    });
    expect(await handler(balancerEvent({ multiValueHeaders: {} }))).toMatchObject({
      multiValueHeaders: { "x-rate": ["5"], "set-cookie": ["a=1", "b=2"] },
    });
  });

  it("carries CORS headers, errors included", async () => {
    const cors = {
      allowOrigins: ["https://a.example"],
      allowCredentials: true,
      exposeHeaders: ["location"],
    };
    const { handler } = answering({ 200: {} }, (reply) => reply(200), { cors });
    const from = (origin: string, resource = "/messages") =>
      handler(restEvent({ resource, path: resource, headers: { Origin: origin } }));
    const allowed = {
      "access-control-allow-origin": "https://a.example",
      "access-control-allow-credentials": "true",
      "access-control-expose-headers": "location",
      vary: "origin",
    };
    expect((await from("https://a.example")).headers).toEqual(allowed);
    expect((await from("https://b.example")).headers).toEqual({ vary: "origin" });
    expect((await from("https://a.example", "/nowhere")).headers).toMatchObject(allowed);
  });

  it("to a preflight that reaches the function names the methods of the path", async () => {
    const cors = { allowOrigins: ["*"], allowHeaders: ["content-type"], maxAgeSeconds: 60 };
    const { handler } = answering({ 200: {} }, (reply) => reply(200), { cors });
    expect(await handler(restEvent({ httpMethod: "OPTIONS" }))).toEqual({
      statusCode: 204,
      headers: {
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET",
        "access-control-allow-headers": "content-type",
        "access-control-max-age": "60",
      },
      body: "",
      isBase64Encoded: false,
    });
  });
});

describe("a failure", () => {
  it("of a handler is a 500 that says nothing, and one log line that says everything", async () => {
    const { call, lines } = answering({ 200: {} }, () => {
      throw new RangeError("password is hunter2", { cause: new Error("the socket") });
    });
    const { status, body } = await call(restEvent());
    expect(status).toBe(500);
    expect(body).toEqual({
      type: "about:blank",
      title: "Internal Server Error",
      status: 500,
      requestId: "r-1",
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: "error",
      operationId: "list",
      status: 500,
      error: {
        name: "RangeError",
        message: "password is hunter2",
        cause: { message: "the socket" },
      },
    });
  });

  it("to use reply is a 500", async () => {
    const { call, lines } = answering({ 200: {} }, () => ({ statusCode: 200 }));
    expect(await call(restEvent())).toMatchObject({ status: 500 });
    expect(lines[0]?.error?.name).toBe("MissingReplyError");
  });

  it("to keep the contract is a 500 with the list of differences in the log, where responses are checked", async () => {
    const responseValidators: ResponseValidatorTable = {
      list: {
        200: {
          body: {
            "application/json": Object.assign(() => false, {
              errors: [
                {
                  keyword: "additionalProperties",
                  instancePath: "/user",
                  schemaPath: "#",
                  params: { additionalProperty: "hash" },
                },
              ],
            }),
          },
        },
      },
    };
    const operations = row("list", "GET /messages");
    const create = (api: { responseChecks?: ResponseChecks }) =>
      echo(operations, { api: { operations, requestValidators: {}, ...api } });
    expect(await create({}).call(restEvent())).toMatchObject({ status: 200 });
    const { call, lines } = create({ responseChecks: checkResponses(responseValidators) });
    expect(await call(restEvent())).toMatchObject({ status: 500 });
    expect(lines[0]?.error).toMatchObject({
      name: "ResponseContractError",
      message: "list answered 200 against its contract: body/user/hash is not allowed",
    });
  });

  it("to make the services is a 500, and the next request tries again", async () => {
    let attempts = 0;
    const services = () => {
      attempts += 1;
      if (attempts === 1) throw new TypeError("no table");
      return {};
    };
    const { call } = answering({ 200: {} }, (reply) => reply(200), { services });
    expect(await call(restEvent({ resource: "/nowhere", path: "/nowhere" }))).toMatchObject({
      status: 404,
    });
    expect(attempts).toBe(0);
    expect(await call(restEvent())).toMatchObject({ status: 500 });
    expect(await call(restEvent())).toMatchObject({ status: 200 });
    expect(await call(restEvent())).toMatchObject({ status: 200 });
    expect(attempts).toBe(2);
  });

  it("takes the shape that the document declares, when there is a mapping", async () => {
    const { call } = answering({ 200: {} }, (reply) => reply(200), {
      onProblem: ({ status, title }) => ({
        mediaType: "application/json",
        body: { code: status, message: title },
      }),
    });
    expect(await call(restEvent({ httpMethod: "PUT" }))).toMatchObject({
      status: 405,
      headers: { "content-type": "application/json", allow: "GET" },
      body: { code: 405, message: "Method Not Allowed" },
    });
  });
});

describe("the log", () => {
  it("is one JSON line on standard output", async () => {
    const write = vi.spyOn(console, "log").mockImplementation(() => {});
    const { handler } = answering({ 200: {} }, (reply) => reply(200), { log: undefined as never });
    await handler(restEvent({ headers: { authorization: "Bearer secret" } }, { requestId: 'r"1' }));
    await handler(restEvent({ resource: "/nowhere", path: "/nowhere?secret" }));
    const lines = write.mock.calls.map(([line]) => JSON.parse(line));
    expect(lines).toEqual([
      {
        level: "info",
        operationId: "list",
        method: "GET",
        path: "/messages",
        requestId: 'r"1',
        status: 200,
        durationMs: expect.any(Number),
      },
      {
        level: "info",
        operationId: null,
        method: "GET",
        path: null,
        requestId: "r-1",
        status: 404,
        durationMs: expect.any(Number),
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain("secret");
  });

  it("is silent when it is told so", async () => {
    const write = vi.spyOn(console, "log").mockImplementation(() => {});
    const { handler } = answering({ 200: {} }, (reply) => reply(200), { log: null });
    await handler(restEvent());
    expect(write).not.toHaveBeenCalled();
  });
});

describe("a header that cannot be sent", () => {
  it.each([
    ["a line break", { location: "/a\r\nset-cookie: a=b" }],
    ["a line feed alone", { location: "/a\nb" }],
    ["a NUL", { location: "/a\0" }],
    ["text beyond Latin-1", { location: "/→" }],
    ["one value of a list", { "x-list": ["a", "b\r\nc"] }],
    ["a cookie", { "set-cookie": ["a=b", "c=d\r\nx: y"] }],
    ["a content type", { "content-type": "text/plain\r\nx: y" }],
    ["a name", { "x y": "a" }],
    ["a name with a line break", { "x\r\ny": "a" }],
  ])("is the handler's fault: %s", async (_, headers) => {
    const any = { content: [{ mediaType: "*/*", kind: "json" }] } as const;
    const { call, lines } = answering({ 200: any }, (reply) => reply(200, {}, headers));
    const { status, headers: sent } = await call(restEvent());
    expect([status, sent]).toEqual([500, { "content-type": "application/problem+json" }]);
    expect(lines[0]?.error).toMatchObject({ name: "ReplyHeaderError" });
    expect(JSON.stringify(lines)).not.toMatch(/set-cookie: a|x: y/);
  });

  it("is not one with a tab or Latin-1", async () => {
    const { call } = answering({ 200: {} }, (reply) => reply(200, {}, { "x-a": "é\tü" }));
    expect(await call(restEvent())).toMatchObject({ status: 200, headers: { "x-a": "é\tü" } });
  });
});

describe("createLambda", () => {
  it("names every operation without a handler", () => {
    const operations = {
      ...row("a", "GET /a"),
      ...row("b", "GET /b"),
      ...row("toString", "GET /c"),
    };
    const api = { operations, requestValidators: {} };
    const create = () =>
      createLambda({ api, handlers: { a: async () => {} }, services: () => ({}) });
    expect(create).toThrow(MissingHandlerError);
    expect(create).toThrow("handlers has no function for b, toString");
  });
});
