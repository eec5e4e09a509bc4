import { describe, expect, expectTypeOf, it } from "vitest";
import {
  ApiError,
  byMediaType,
  createClient,
  type OptionalMethod,
  RequestError,
  readBlob,
  readText,
  UnexpectedResponseError,
} from "./index.js";
import {
  deleteMessage,
  listMessages,
  type MessagePage,
  pickSample,
  type Sample,
} from "./testing/sample-client.js";
import { json, PAGE, PROBLEM, stub } from "./testing/stub-client.js";

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

  it("takes any JSON media type, and an answer that names none, for JSON", async () => {
    for (const type of ["Application/Problem+JSON; charset=utf-8", "application/json ;a", ""]) {
      const response = new Response(JSON.stringify(PAGE));
      response.headers.delete("content-type");
      response.headers.append("content-type", type);
      if (type === "") {
        response.headers.delete("content-type");
      }
      expect((await stub([response]).client.listMessages()).body).toEqual(PAGE);
    }
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
    [
      "JSON under another media type",
      new Response("[]", { status: 200, headers: { "content-type": "text/html; a=/json" } }),
      200,
      [],
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
