import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { NetworkError, TimeoutError } from "./index.js";
import { createSample, type Sample } from "./testing/sample-client.js";
import { json, PAGE, PROBLEM, stub } from "./testing/stub-client.js";

const hang = (request: Request) =>
  new Promise<Response>((_, reject) => {
    request.signal.addEventListener("abort", () => reject(request.signal.reason));
  });

afterEach(() => {
  vi.useRealTimers();
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
      { retry: { maxDelayMs: 60_000 }, timeoutMs: 60_000 },
    );
    const call = client.listMessages();
    // One for the end of the call, one for the wait.
    while (vi.getTimerCount() < 2) {
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
    expect(requests).toEqual([]);
  });

  it("comes with a TimeoutError when it takes too long", async () => {
    const { client } = stub([], { fetch: hang, timeoutMs: 5 });
    const error: unknown = await client.listMessages().catch((thrown) => thrown);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ code: "TimeoutError", timeoutMs: 5 });
  });

  it("comes in time when fetch ignores its signal, or a body never ends", async () => {
    const endless = new Response(new ReadableStream(), {
      headers: { "content-type": "application/json" },
    });
    for (const fetch of [() => new Promise<Response>(() => {}), async () => endless]) {
      const { client } = stub([], { fetch, timeoutMs: 5 });
      await expect(client.listMessages()).rejects.toBeInstanceOf(TimeoutError);
    }
  });

  it("comes in time when a credential never arrives", async () => {
    const { client, requests } = stub([json(400, PROBLEM)], {
      bearer: () => new Promise(() => {}),
      timeoutMs: 5,
    });
    const call = client.deleteMessage({ path: { messageId: "1" } });
    await expect(call).rejects.toBeInstanceOf(TimeoutError);
    expect(requests).toEqual([]);
  });

  it("can be put off for ever", async () => {
    const { client } = stub([json(200, PAGE)], { timeoutMs: Number.POSITIVE_INFINITY });
    expect(await client.listMessages.orThrow()).toEqual(PAGE);
  });

  it("leaves no timer behind", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { client } = stub([json(200, PAGE)]);
    await client.listMessages();
    expect(vi.getTimerCount()).toBe(0);
    const controller = new AbortController();
    const waiting = stub([json(503, PROBLEM, { "retry-after": "4" })], { retry: {} });
    const call = waiting.client.listMessages({}, { signal: controller.signal });
    const ended = expect(call).rejects.toMatchObject({ name: "AbortError" });
    while (vi.getTimerCount() < 2) {
      await vi.advanceTimersByTimeAsync(0);
    }
    controller.abort();
    await ended;
    expect(vi.getTimerCount()).toBe(0);
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
