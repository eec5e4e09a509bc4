import { describe, expect, it } from "vitest";
import { UnsupportedEventError } from "./index.js";
import { echo, row } from "./testing/echo.js";
import { balancerEvent, httpEvent, restEvent, urlEvent } from "./testing/events.js";

const json = { content: [{ mediaType: "application/json", kind: "json" }] } as const;
const tags = { in: "query", name: "tag", value: { items: "string" } } as const;
const operations = {
  ...row("list", "GET /messages", {
    parameters: [tags, { in: "query", name: "q", value: "string" }],
  }),
  ...row("post", "POST /messages", { body: json }),
  ...row("get", "GET /users/{userId}", {
    parameters: [{ in: "path", name: "userId", value: "string" }],
  }),
  ...row("remove", "DELETE /users/{userId}", {
    parameters: [{ in: "path", name: "userId", value: "string" }],
  }),
  ...row("listUsers", "GET /users"),
  ...row("removeUsers", "DELETE /users"),
  ...row("me", "GET /users/me"),
  ...row("posts", "GET /users/{id}/posts/{postId}", {
    parameters: [
      { in: "path", name: "id", value: "string" },
      { in: "path", name: "postId", value: "integer" },
    ],
  }),
  ...row("named", "GET /named", {
    parameters: [
      { in: "header", name: "X-Date", value: "string" },
      { in: "header", name: "X-List", value: { items: "string" } },
      { in: "cookie", name: "session", value: "string" },
      { in: "query", name: "session", value: "string" },
    ],
  }),
  ...row("upload", "PUT /files", {
    body: { content: [{ mediaType: "image/png", kind: "binary" }] },
  }),
};

describe("a REST API event", () => {
  it("goes to the operation of its resource, whatever stage and base path its path has", async () => {
    const { call } = echo(operations);
    const event = restEvent({
      resource: "/users/{userId}",
      path: "/v1/users/7",
      pathParameters: { userId: "7" },
    });
    expect((await call(event)).body).toEqual({ id: "get", path: { userId: "7" } });
  });

  it("keeps repeated query values, and never decodes them again", async () => {
    const { call } = echo(operations);
    const event = restEvent({
      queryStringParameters: { tag: "b%41", q: "100%" },
      multiValueQueryStringParameters: { tag: ["a,b", "b%41"], q: ["100%"] },
    });
    expect((await call(event)).body).toEqual({
      id: "list",
      query: { tag: ["a,b", "b%41"], q: "100%" },
    });
  });

  it("takes single values where the multi-value map is missing", async () => {
    const { call } = echo(operations);
    const event = restEvent({ queryStringParameters: { tag: "a" } });
    expect((await call(event)).body).toEqual({ id: "list", query: { tag: ["a"] } });
  });

  it("decodes path parameters, which a REST API leaves encoded, exactly once", async () => {
    const { call } = echo(operations);
    const event = (userId: string) =>
      restEvent({
        resource: "/users/{userId}",
        path: `/users/${userId}`,
        pathParameters: { userId },
      });
    expect((await call(event("a%2Fb%2520"))).body).toMatchObject({ path: { userId: "a/b%20" } });
    expect((await call(event("100%"))).body).toMatchObject({ path: { userId: "100%" } });
    expect((await call({ ...event("%2541"), version: "1.0" })).body).toMatchObject({
      path: { userId: "%2541" },
    });
  });

  it("accepts other variable names: API Gateway allows one name per sibling", async () => {
    const { call } = echo(operations);
    const event = restEvent({
      resource: "/users/{userId}/posts/{id}",
      path: "/users/7/posts/8",
      pathParameters: { userId: "7", id: "8" },
    });
    expect((await call(event)).body).toEqual({ id: "posts", path: { id: "7", postId: 8 } });
  });

  it("reads headers of any case, and does not split them at commas unless a list is declared", async () => {
    const { call } = echo(operations);
    const date = "Tue, 01 Jan 2030 00:00:00 GMT";
    const event = restEvent({
      resource: "/named",
      headers: { "X-DATE": date, "x-List": "c", Cookie: "session=a%20b; x=1" },
      multiValueHeaders: {
        "X-DATE": [date],
        "x-List": ["a, b", "c"],
        Cookie: ["session=a%20b; x=1"],
      },
    });
    expect((await call(event)).body).toEqual({
      id: "named",
      headers: { "x-date": date, "x-list": ["a", "b", "c"] },
      cookies: { session: "a b" },
      query: {},
    });
  });

  it("keeps a header or query parameter named like a path parameter away from it", async () => {
    const { call } = echo(operations);
    const event = restEvent({
      resource: "/users/{userId}",
      path: "/users/7",
      pathParameters: { userId: "7" },
      headers: { userId: "8" },
      queryStringParameters: { userId: "9" },
      multiValueQueryStringParameters: { userId: ["9"] },
    });
    expect((await call(event)).body).toEqual({ id: "get", path: { userId: "7" } });
  });

  it.each(["100%", "%", "%zz", "%E0%A4%A"])(
    "does not stumble over %s in a header, cookie or query",
    async (text) => {
      const { call } = echo(operations);
      const event = restEvent({
        resource: "/named",
        headers: { "X-Date": text, Cookie: `session=${text}` },
        queryStringParameters: { session: text },
      });
      expect((await call(event)).body).toEqual({
        id: "named",
        headers: { "x-date": text },
        cookies: { session: text },
        query: { session: text },
      });
    },
  );
});

describe("an HTTP API event", () => {
  it("goes to the operation of its route key, with path parameters that are decoded already", async () => {
    const { call } = echo(operations);
    const event = httpEvent({
      routeKey: "GET /users/{userId}",
      rawPath: "/users/a/b%41",
      pathParameters: { userId: "a/b%41" },
    });
    expect((await call(event)).body).toEqual({ id: "get", path: { userId: "a/b%41" } });
  });

  it("tells a comma inside a value from the one that joins repeated values", async () => {
    const { call } = echo(operations);
    const query = (rawQueryString: string, tag: string) =>
      call(httpEvent({ rawQueryString, queryStringParameters: { tag } }));
    expect((await query("tag=a%2Cb&tag=c", "a,b,c")).body).toMatchObject({
      query: { tag: ["a,b", "c"] },
    });
    expect((await query("tag=a%252Cb+c", "a%2Cb c")).body).toMatchObject({
      query: { tag: ["a%2Cb c"] },
    });
    const raw = httpEvent({ rawQueryString: "tag=%2541&q=1%2B1" });
    expect((await call(raw)).body).toMatchObject({ query: { tag: ["%41"], q: "1+1" } });
  });

  it("reads + and % from the raw text, whatever the gateway has made of them", async () => {
    const { call } = echo(operations);
    const event = httpEvent({ rawQueryString: "q=1%2B1+2", queryStringParameters: { q: "1+1+2" } });
    expect((await call(event)).body).toMatchObject({ query: { q: "1+1 2" } });
  });

  it("reads cookies from their own list", async () => {
    const { call } = echo(operations);
    const event = httpEvent({ routeKey: "GET /named", cookies: ["session=a", "x=b"] });
    expect((await call(event)).body).toMatchObject({ cookies: { session: "a" } });
  });

  it("is matched by path behind $default and {proxy+}, without the stage", async () => {
    const { call } = echo(operations);
    const http = { method: "GET", path: "/prod/users/7" };
    const byDefault = httpEvent(
      { routeKey: "$default", rawPath: "/prod/users/7" },
      { stage: "prod", http },
    );
    expect((await call(byDefault)).body).toEqual({ id: "get", path: { userId: "7" } });
    const proxy = httpEvent(
      { routeKey: "ANY /{proxy+}", rawPath: "/prod/users/7", pathParameters: { proxy: "users/7" } },
      { stage: "prod", http },
    );
    expect((await call(proxy)).body).toEqual({ id: "get", path: { userId: "7" } });
  });
});

describe("a function URL event", () => {
  it("is matched by path, whose segments are decoded after they are split", async () => {
    const { call } = echo(operations);
    expect((await call(urlEvent("GET", "/users/a%2Fb"))).body).toEqual({
      id: "get",
      path: { userId: "a/b" },
    });
  });
});

describe("a load balancer event", () => {
  it("is matched by path, and its query is decoded, which a load balancer does not do", async () => {
    const { call } = echo(operations);
    const event = balancerEvent({ queryStringParameters: { q: "a%20b%2525", tag: "x" } });
    expect(await call(event)).toMatchObject({
      status: 200,
      headers: { "content-type": "application/json" },
      body: { id: "list", query: { q: "a b%25", tag: ["x"] } },
    });
  });

  it("is answered in multi-value form when it came in it", async () => {
    const { call } = echo(operations);
    const event = balancerEvent({
      headers: undefined,
      queryStringParameters: undefined,
      multiValueHeaders: { accept: ["*/*"] },
      multiValueQueryStringParameters: { tag: ["a", "b%2C"] },
    });
    const result = await call(event);
    expect(result.headers).toBeUndefined();
    expect(result).toMatchObject({
      multiValueHeaders: { "content-type": ["application/json"] },
      body: { query: { tag: ["a", "b,"] } },
    });
  });

  it("carries Lambda's own request id", async () => {
    const { call } = echo(operations);
    expect((await call(balancerEvent({ path: "/nowhere" }))).body).toMatchObject({
      requestId: "aws-1",
    });
  });
});

describe("a path that the gateway has not routed", () => {
  const behindProxy = (method: string, path: string) =>
    restEvent({
      resource: "/{proxy+}",
      httpMethod: method,
      path,
      pathParameters: { proxy: path.slice(1) },
    });

  it("goes to the concrete template before the templated one", async () => {
    const { call } = echo(operations);
    expect((await call(behindProxy("GET", "/users/me"))).body).toEqual({ id: "me" });
    expect((await call(behindProxy("GET", "/users/you"))).body).toMatchObject({ id: "get" });
  });

  it.each(["/users/", "/users//", "//users", "/users/7/", "/users/7/posts/"])(
    "does not reach another operation by an empty segment: %s",
    async (path) => {
      const { call } = echo(operations);
      expect(await call(behindProxy("DELETE", path))).toMatchObject({ status: 404 });
      const event = restEvent({
        resource: "/{proxy+}",
        httpMethod: "DELETE",
        path,
        pathParameters: { proxy: path.slice(1).replace(/\/$/, "") },
      });
      expect(await call(event)).toMatchObject({ status: 404 });
    },
  );

  it("takes .. for text, not for the parent", async () => {
    const { call } = echo(operations);
    expect((await call(behindProxy("DELETE", "/users/.."))).body).toMatchObject({
      path: { userId: ".." },
    });
    expect((await call(behindProxy("GET", "/users/%2E%2E%2Fmessages"))).body).toMatchObject({
      path: { userId: "../messages" },
    });
  });

  it("answers 405 with Allow to a wrong method, and 404 to an unknown path", async () => {
    const { call } = echo(operations);
    expect(await call(behindProxy("PATCH", "/users/7"))).toMatchObject({
      status: 405,
      headers: { allow: "GET, DELETE", "content-type": "application/problem+json" },
      body: { status: 405, title: "Method Not Allowed", requestId: "r-1" },
    });
    expect(await call(behindProxy("GET", "/nowhere"))).toMatchObject({
      status: 404,
      body: { status: 404, title: "Not Found", requestId: "r-1" },
    });
    expect(await call(restEvent({ httpMethod: "PATCH" }))).toMatchObject({ status: 405 });
  });

  it("answers HEAD with the headers of GET and no body", async () => {
    const { handler } = echo(operations);
    const result = await handler(behindProxy("HEAD", "/users/7"));
    expect(result).toMatchObject({
      statusCode: 200,
      headers: { "content-type": "application/json" },
      body: "",
    });
  });
});

describe("a body", () => {
  const headers = { "Content-Type": "application/json" };

  it("in base64 is read as bytes, not as text", async () => {
    const { handler } = echo(operations, {
      handlers: {
        upload: async (input, { reply }) => {
          const { body } = input as { body: unknown };
          return reply(200, { bytes: body instanceof Uint8Array ? [...body] : body });
        },
      },
    });
    const bytes = Buffer.from([0, 255, 254]);
    const event = restEvent({
      resource: "/files",
      httpMethod: "PUT",
      headers: { "content-type": "image/png" },
      body: bytes.toString("base64"),
      isBase64Encoded: true,
    });
    expect(JSON.parse((await handler(event)).body)).toEqual({ bytes: [0, 255, 254] });
  });

  it("of JSON in base64 is read as UTF-8", async () => {
    const { call } = echo(operations);
    const body = Buffer.from('{"a":"ü😀"}').toString("base64");
    const event = restEvent({ httpMethod: "POST", headers, body, isBase64Encoded: true });
    expect((await call(event)).body).toMatchObject({ body: { a: "ü😀" } });
  });

  it("that is not JSON is a 400 with the pointer to its root", async () => {
    const { call } = echo(operations);
    expect(await call(restEvent({ httpMethod: "POST", headers, body: '{"a": ' }))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "", detail: "is not JSON: the text ends too early" }] },
    });
  });

  it("of another media type is a 415", async () => {
    const { call } = echo(operations);
    const event = restEvent({
      httpMethod: "POST",
      headers: { "content-TYPE": "text/plain" },
      body: "a",
    });
    expect(await call(event)).toMatchObject({
      status: 415,
      body: { title: "Unsupported Media Type" },
    });
  });
});

describe("an event that is no HTTP request", () => {
  it.each([[{}], [null], ["x"], [{ Records: [] }]])(
    "%j is refused with its keys",
    async (event) => {
      const { handler } = echo(operations);
      await expect(handler(event)).rejects.toThrow(UnsupportedEventError);
    },
  );
});
