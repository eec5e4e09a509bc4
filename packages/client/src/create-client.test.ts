import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import {
  ApiError,
  byMediaType,
  type ClientOptions,
  createClient,
  NetworkError,
  type OptionalMethod,
  RequestError,
  readBlob,
  readText,
  TimeoutError,
  UnexpectedResponseError,
} from "./index.js";
import {
  createSample,
  deleteMessage,
  listMessages,
  type MessagePage,
  pickSample,
  type Sample,
} from "./testing/sample-client.js";

const PAGE = { messages: [{ id: "1", author: "Ada", text: "Hello" }] };
const PROBLEM = {
  type: "about:blank",
  title: "Bad Request",
  status: 400,
  requestId: "r-1",
  errors: [{ detail: "is required", pointer: "/text" }],
};

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  const type = status < 400 ? "application/json" : "application/problem+json";
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": type, ...headers },
  });
}

/** A client whose requests are kept, each answered by the next of `answers` (the last one again and again). */
function stub(
  answers: readonly (Response | Error | (() => Promise<Response>))[],
  options: Partial<ClientOptions> = {},
) {
  const requests: Request[] = [];
  const client: Sample = createSample({
    baseUrl: "https://api.example.test/v1",
    retry: { maxDelayMs: 1 },
    async fetch(request) {
      const answer = answers[Math.min(requests.length, answers.length - 1)];
      requests.push(request);
      if (answer instanceof Error) {
        throw answer;
      }
      return typeof answer === "function" ? answer() : (answer?.clone() ?? Response.error());
    },
    ...options,
  });
  return { client, requests };
}

const hang = (request: Request) =>
  new Promise<Response>((_, reject) => {
    request.signal.addEventListener("abort", () => reject(request.signal.reason));
  });

afterEach(() => {
  vi.useRealTimers();
});

describe("a method", () => {
  it("sends what the operation says and gives an outcome that its status narrows", async () => {
    const { client, requests } = stub([json(200, PAGE, { "x-total": "1" })]);
    const answer = await client.listMessages({ query: { limit: 3, cursor: "a b&c" } });
    expect(requests[0]?.method).toBe("GET");
    expect(requests[0]?.url).toBe("https://api.example.test/v1/messages?limit=3&cursor=a%20b%26c");
    expect(answer).toEqual({
      status: 200,
      headers: { "content-type": "application/json", "x-total": "1" },
      body: PAGE,
    });
    if (answer.status === 200) {
      expectTypeOf(answer.body).toEqualTypeOf<MessagePage>();
    } else {
      expectTypeOf(answer.status).toEqualTypeOf<400>();
      expectTypeOf(answer.body.title).toBeString();
    }
  });

  it("can be called with nothing when nothing is required", async () => {
    const { client, requests } = stub([json(200, PAGE)]);
    await client.listMessages();
    await client.listMessages({});
    expect(requests.map(({ url }) => url)).toEqual(
      Array(2).fill("https://api.example.test/v1/messages"),
    );
  });

  it("sends a JSON body and header parameters", async () => {
    const { client, requests } = stub([json(201, PAGE.messages[0], { location: "/messages/1" })]);
    const body = { author: "Ada", text: "Hello" };
    const answer = await client.postMessage({ headers: { "idempotency-key": "k" }, body });
    expect(requests[0]?.headers.get("content-type")).toBe("application/json");
    expect(requests[0]?.headers.get("idempotency-key")).toBe("k");
    expect(await requests[0]?.json()).toEqual(body);
    expect(answer.status === 201 && answer.headers.location).toBe("/messages/1");
  });

  it("gives a declared error status as a value", async () => {
    const { client } = stub([json(400, PROBLEM)]);
    const answer = await client.postMessage({ body: { author: "", text: "" } });
    expect(answer.status === 400 && answer.body.errors?.[0]?.pointer).toBe("/text");
  });

  it("finds a status under its range, and reads nothing where nothing is declared", async () => {
    const { client } = stub([json(403, PROBLEM), new Response(null, { status: 204 })]);
    expect((await client.deleteMessage({ path: { messageId: "1" } })).status).toBe(403);
    expect(await client.deleteMessage({ path: { messageId: "1" } })).toEqual({
      status: 204,
      headers: {},
      body: undefined,
    });
  });

  it("adds headers of the client and of the call", async () => {
    const { client, requests } = stub([json(200, PAGE)], {
      headers: { "x-app": "1", "x-both": "client" },
    });
    await client.listMessages({}, { headers: { "x-call": "2", "x-both": "call" } });
    const { headers } = requests[0] ?? new Request("https://none.test");
    expect([headers.get("x-app"), headers.get("x-call"), headers.get("x-both")]).toEqual([
      "1",
      "2",
      "call",
    ]);
  });
});

describe("orThrow", () => {
  it("gives the body of a success", async () => {
    const { client } = stub([json(200, PAGE)]);
    expect(await client.listMessages.orThrow()).toEqual(PAGE);
  });

  it("throws an ApiError with everything the answer said", async () => {
    const { client } = stub([json(400, PROBLEM)]);
    const error: unknown = await client.listMessages.orThrow().catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      name: "ApiError",
      code: "ApiError",
      message: "listMessages: 400 Bad Request",
      operationId: "listMessages",
      status: 400,
      body: PROBLEM,
      requestId: "r-1",
      headers: { "content-type": "application/problem+json" },
    });
  });
});

describe("an answer that is not declared", () => {
  it.each([
    [
      "a status",
      new Response("<h1>Gone</h1>", { status: 410, headers: { "content-type": "text/html" } }),
      410,
      "<h1>Gone</h1>",
    ],
    [
      "a text that is not JSON",
      new Response("<h1>Hi</h1>", { status: 200, headers: { "content-type": "text/html" } }),
      200,
      "<h1>Hi</h1>",
    ],
    [
      "broken JSON",
      new Response('{"messages":', {
        status: 200,
        headers: { "content-type": "application/json" },
      }),
      200,
      '{"messages":',
    ],
    ["an empty body", new Response("", { status: 200 }), 200, ""],
    [
      "a Problem of the gateway",
      json(413, { title: "Too large", requestId: "g-1" }),
      413,
      { title: "Too large", requestId: "g-1" },
    ],
  ])("%s throws an UnexpectedResponseError that keeps it", async (_, response, status, body) => {
    const { client } = stub([response]);
    const error: unknown = await client.listMessages().catch((thrown) => thrown);
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: "UnexpectedResponseError", status, body });
  });
});

describe("path parameters", () => {
  it("are percent-encoded, so that they cannot reach another path", async () => {
    const { client, requests } = stub([new Response(null, { status: 204 })]);
    for (const messageId of ["a/b", "a?b#c", "../users", "100%", "a b", "é", "%2e%2e", "$&"]) {
      await client.deleteMessage({ path: { messageId } });
      const path = new URL(requests.at(-1)?.url ?? "").pathname;
      expect(path.split("/").length).toBe(4);
      expect(decodeURIComponent(path.slice("/v1/messages/".length))).toBe(messageId);
    }
  });

  it.each(["", ".", "..", undefined, null])(
    "%j is refused before anything is sent",
    async (messageId) => {
      const { client, requests } = stub([new Response(null, { status: 204 })]);
      const error: unknown = await client
        // @ts-expect-error undefined and null are not of the parameter's type, but JavaScript can pass them
        .deleteMessage({ path: { messageId } } satisfies { path: { messageId: typeof messageId } })
        .catch((thrown) => thrown);
      expect(error).toBeInstanceOf(RequestError);
      expect(error).toMatchObject({ code: "RequestError", parameter: "messageId" });
      expect(requests).toEqual([]);
    },
  );
});

describe("credentials", () => {
  it("go only to operations that ask for them", async () => {
    const { client, requests } = stub([json(200, PAGE), json(400, PROBLEM)], { bearer: "secret" });
    await client.listMessages();
    await client.deleteMessage({ path: { messageId: "1" } });
    expect(requests.map((request) => request.headers.get("authorization"))).toEqual([
      null,
      "Bearer secret",
    ]);
  });

  it("can be fetched anew for every call, or be missing", async () => {
    const tokens = ["one", undefined, "two"];
    const { client, requests } = stub([json(400, PROBLEM)], { bearer: async () => tokens.shift() });
    for (let count = 0; count < 3; count++) {
      await client.deleteMessage({ path: { messageId: "1" } });
    }
    expect(requests.map((request) => request.headers.get("authorization"))).toEqual([
      "Bearer one",
      null,
      "Bearer two",
    ]);
  });

  it("that cannot be fetched reject the call with their own error", async () => {
    const { client, requests } = stub([json(400, PROBLEM)], {
      bearer: () => Promise.reject(new RangeError("signed out")),
    });
    await expect(client.deleteMessage({ path: { messageId: "1" } })).rejects.toThrow(
      new RangeError("signed out"),
    );
    expect(requests).toEqual([]);
  });
});

describe("retries", () => {
  it.each([429, 502, 503, 504])("repeat an idempotent request after %i", async (status) => {
    const { client, requests } = stub([json(status, PROBLEM), json(200, PAGE)]);
    expect((await client.listMessages()).status).toBe(200);
    expect(requests).toHaveLength(2);
  });

  it("repeat after a broken connection, and tell how often", async () => {
    const { client, requests } = stub([new TypeError("fetch failed")]);
    const error: unknown = await client.listMessages().catch((thrown) => thrown);
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ code: "NetworkError", attempts: 3, operationId: "listMessages" });
    expect(Object(error).cause).toEqual(new TypeError("fetch failed"));
    expect(requests).toHaveLength(3);
  });

  it("give the last answer as it is when the attempts are used up", async () => {
    const { client, requests } = stub([json(429, PROBLEM)]);
    const error: unknown = await client.listMessages().catch((thrown) => thrown);
    expect(error).toMatchObject({ status: 429 });
    expect(requests).toHaveLength(3);
    expect((await client.deleteMessage({ path: { messageId: "1" } })).status).toBe(429);
  });

  it("leave a POST alone unless it has an Idempotency-Key", async () => {
    const body = { author: "Ada", text: "Hello" };
    const plain = stub([json(503, PROBLEM), json(201, {})]);
    await expect(plain.client.postMessage({ body })).rejects.toMatchObject({ status: 503 });
    expect(plain.requests).toHaveLength(1);
    const keyed = stub([json(503, PROBLEM), json(201, {})]);
    expect(
      (await keyed.client.postMessage({ body, headers: { "idempotency-key": "k" } })).status,
    ).toBe(201);
    expect(await Promise.all(keyed.requests.map((request) => request.json()))).toEqual([
      body,
      body,
    ]);
  });

  it("do not repeat what would be the same again", async () => {
    for (const response of [json(500, PROBLEM), json(400, PROBLEM), json(200, PAGE)]) {
      const { client, requests } = stub([response]);
      await client.listMessages().catch(() => undefined);
      expect(requests).toHaveLength(1);
    }
  });

  it("do not happen when attempts is 1", async () => {
    const { client, requests } = stub([json(503, PROBLEM)], { retry: { attempts: 1 } });
    await client.listMessages().catch(() => undefined);
    expect(requests).toHaveLength(1);
  });

  it("do not wait longer than maxDelayMs, whatever Retry-After asks for", async () => {
    for (const after of ["3600", new Date(Date.now() + 3_600_000).toUTCString()]) {
      const { client, requests } = stub([json(503, PROBLEM, { "retry-after": after })], {
        retry: { maxDelayMs: 1000 },
      });
      await expect(client.listMessages()).rejects.toMatchObject({ status: 503 });
      expect(requests).toHaveLength(1);
    }
  });

  it("wait as long as Retry-After asks for", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { client, requests } = stub(
      [json(503, PROBLEM, { "retry-after": "30" }), json(200, PAGE)],
      { retry: { maxDelayMs: 60_000 } },
    );
    const call = client.listMessages();
    while (vi.getTimerCount() === 0) {
      await vi.advanceTimersByTimeAsync(0);
    }
    await vi.advanceTimersByTimeAsync(29_999);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect((await call).status).toBe(200);
    expect(requests).toHaveLength(2);
  });

  it("end with an abort during a wait", async () => {
    const controller = new AbortController();
    const { client, requests } = stub(
      [
        async () => {
          setImmediate(() => controller.abort(new Error("changed my mind")));
          return json(503, PROBLEM, { "retry-after": "30" });
        },
      ],
      { retry: { maxDelayMs: 60_000 } },
    );
    await expect(client.listMessages({}, { signal: controller.signal })).rejects.toThrow(
      "changed my mind",
    );
    expect(requests).toHaveLength(1);
  });
});

describe("the end of a call", () => {
  it("comes with the caller's reason when the caller aborts", async () => {
    const controller = new AbortController();
    const { client } = stub([], { fetch: hang });
    const call = client.listMessages({}, { signal: controller.signal });
    const reason = new Error("left the page");
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });

  it("comes at once for a signal that is aborted already", async () => {
    const { client, requests } = stub([json(200, PAGE)]);
    await expect(client.listMessages({}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(requests.length).toBeLessThan(2);
  });

  it("comes with a TimeoutError when it takes too long", async () => {
    const { client } = stub([], { fetch: hang, timeoutMs: 5 });
    const error: unknown = await client.listMessages().catch((thrown) => thrown);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ code: "TimeoutError", timeoutMs: 5 });
  });
});

describe("a picked client", () => {
  it("has the picked methods only, with their types", async () => {
    const client = pickSample(
      { listMessages, deleteMessage },
      { baseUrl: "https://api.example.test", fetch: async () => json(200, PAGE) },
    );
    expect(Object.keys(client)).toEqual(["listMessages", "deleteMessage"]);
    expectTypeOf(client.listMessages).toEqualTypeOf<Sample["listMessages"]>();
    // @ts-expect-error postMessage was not picked
    expect(client.postMessage).toBeUndefined();
  });

  it("reports the operationId where it differs from the method's name", async () => {
    const operation = {
      id: "messages/list",
      method: "GET",
      path: "/",
      responses: { 200: "json" },
    } as const;
    const client = createClient<{ list: OptionalMethod<object, never, never> }>(
      { list: operation },
      { baseUrl: "https://api.example.test", fetch: async () => json(404, {}) },
    );
    await expect(client.list()).rejects.toMatchObject({ operationId: "messages/list" });
  });
});

describe("readers of other bodies", () => {
  const read = async (
    responses: Parameters<typeof createClient>[0][string]["responses"],
    response: Response,
  ) =>
    createClient<{ get: OptionalMethod<object, { body: unknown }, never> }>(
      { get: { method: "GET", path: "/", responses } },
      { baseUrl: "https://api.example.test", fetch: async () => response },
    ).get();

  it("give text and bytes", async () => {
    expect(await read({ 200: readText }, new Response("a,b"))).toMatchObject({ body: "a,b" });
    const { body } = await read({ 200: readBlob }, new Response(new Uint8Array([1, 2])));
    expect(body instanceof Blob && body.size).toBe(2);
  });

  it("choose by media type, exact names before ranges", async () => {
    const reader = byMediaType({
      "text/*": readText,
      "application/json": "json",
      "text/csv": readText,
      "*/*": readBlob,
    });
    const of = (type: string, body: string) =>
      read({ 200: reader }, new Response(body, { headers: { "content-type": type } }));
    expect(await of("Application/JSON; charset=utf-8", "[1]")).toMatchObject({
      body: { mediaType: "application/json", body: [1] },
    });
    expect(await of("text/csv", "a")).toMatchObject({ body: { mediaType: "text/csv", body: "a" } });
    expect(await of("text/html", "<p>")).toMatchObject({
      body: { mediaType: "text/*", body: "<p>" },
    });
    expect(await of("image/png", "x")).toMatchObject({ body: { mediaType: "*/*" } });
  });

  it("refuse a media type that is not declared", async () => {
    const reader = byMediaType({ "application/json": "json" });
    await expect(
      read({ 200: reader }, new Response("x", { headers: { "content-type": "text/csv" } })),
    ).rejects.toBeInstanceOf(UnexpectedResponseError);
    await expect(
      read({ 200: reader }, new Response("x", { headers: { "content-type": "application/json" } })),
    ).rejects.toBeInstanceOf(UnexpectedResponseError);
  });
});

describe("over a real connection", () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function serve(
    answer: (request: IncomingMessage, count: number) => string | null,
  ): Promise<Sample> {
    let count = 0;
    server = createServer((request, response) => {
      const text = answer(request, ++count);
      if (text === null) {
        response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
        response.write("{");
        setImmediate(() => response.destroy());
        return;
      }
      response.writeHead(200, { "content-type": "application/json" }).end(text);
    });
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return createSample({ baseUrl: `http://127.0.0.1:${port}/`, retry: { maxDelayMs: 1 } });
  }

  it("calls and is answered", async () => {
    const client = await serve(({ url, method }) =>
      JSON.stringify({ messages: [{ id: `${method} ${url}` }] }),
    );
    expect(await client.listMessages.orThrow({ query: { limit: 2 } })).toEqual({
      messages: [{ id: "GET /messages?limit=2" }],
    });
  });

  it("repeats a request whose answer broke off in the middle", async () => {
    const client = await serve((_, count) => (count === 1 ? null : JSON.stringify(PAGE)));
    expect(await client.listMessages.orThrow()).toEqual(PAGE);
  });

  it("throws a NetworkError when nobody listens", async () => {
    const client = createSample({
      baseUrl: "http://127.0.0.1:1",
      retry: { attempts: 2, maxDelayMs: 1 },
    });
    await expect(client.listMessages()).rejects.toMatchObject({
      code: "NetworkError",
      attempts: 2,
    });
  });
});
