import { describe, expect, it } from "vitest";
import {
  apiKey,
  basic,
  bearer,
  binaryBody,
  bodyByMediaType,
  type CallOptions,
  type ClientOperation,
  createClient,
  credentials,
  formBody,
  jsonBody,
  multipartBody,
  type OptionalMethod,
  readNothing,
  textBody,
  writeRequest,
} from "./index.js";

/** The request that a call of an operation sends. */
async function sent(
  operation: Partial<ClientOperation>,
  input: object = {},
  options: CallOptions = {},
): Promise<Request> {
  let seen = new Request("https://none.test");
  const client = createClient<{ call: OptionalMethod<object, unknown, unknown> }>(
    { call: { method: "POST", path: "/", responses: { 204: readNothing }, ...operation } },
    {
      baseUrl: "https://api.example.test/v1",
      async fetch(request) {
        seen = request;
        return new Response(null, { status: 204 });
      },
      ...options,
    },
  );
  await client.call(input);
  return seen;
}

describe("writeRequest", () => {
  it("writes parameters by style and explode", async () => {
    const request = await sent(
      {
        path: "/files/{id}/{range}",
        write: writeRequest({
          parameters: [
            { in: "path", name: "id", required: true, style: "label", value: "string" },
            {
              in: "path",
              name: "range",
              required: true,
              style: "matrix",
              value: { items: "integer" },
            },
            {
              in: "query",
              name: "tags",
              style: "pipeDelimited",
              explode: false,
              value: { items: "string" },
            },
            { in: "query", name: "filter", style: "deepObject", value: { properties: {} } },
            { in: "header", name: "X-List", value: { items: "string" } },
            { in: "cookie", name: "session", value: "string" },
          ],
        }),
      },
      {
        path: { id: "a b", range: [1, 2] },
        query: { tags: ["x", "y&z"], filter: { state: "open" } },
        headers: { "x-list": ["a", "b"] },
        cookies: { session: "s 1" },
      },
    );
    expect(request.url).toBe(
      "https://api.example.test/v1/files/.a%20b/;range=1,2?tags=x%7Cy%26z&filter%5Bstate%5D=open",
    );
    expect(request.headers.get("x-list")).toBe("a,b");
    expect(request.headers.get("cookie")).toBe("session=s%201");
  });

  it.each([
    [jsonBody("application/merge-patch+json"), { a: 1 }, "application/merge-patch+json", '{"a":1}'],
    [textBody("text/plain"), "hello", "text/plain", "hello"],
    [
      binaryBody("application/octet-stream"),
      new Uint8Array([104, 105]),
      "application/octet-stream",
      "hi",
    ],
    [
      formBody(),
      { a: "1 2", b: ["x", "y"], c: undefined, d: { e: 1 } },
      "application/x-www-form-urlencoded",
      "a=1%202&b=x&b=y&d=%7B%22e%22%3A1%7D",
    ],
    [
      bodyByMediaType({
        "text/csv": textBody("text/csv"),
        "application/json": jsonBody("application/json"),
      }),
      { mediaType: "text/csv", body: "a,b" },
      "text/csv",
      "a,b",
    ],
  ])("writes a body %#", async (body, value, mediaType, text) => {
    const request = await sent({ write: writeRequest({ body }) }, { body: value });
    expect(request.headers.get("content-type")).toBe(mediaType);
    expect(await request.text()).toBe(text);
  });

  it("writes multipart with the platform's boundary", async () => {
    const request = await sent(
      { write: writeRequest({ body: multipartBody() }) },
      { body: { name: "Ada", tags: ["a", "b"], meta: { x: 1 }, file: new Blob(["bytes"]) } },
    );
    expect(request.headers.get("content-type")).toMatch(/^multipart\/form-data; boundary=/);
    const form = await request.formData();
    expect(form.get("name")).toBe("Ada");
    expect(form.getAll("tags")).toEqual(["a", "b"]);
    const [meta, file] = [form.get("meta"), form.get("file")];
    expect(meta instanceof Blob && (await meta.text())).toBe('{"x":1}');
    expect(file instanceof Blob && (await file.text())).toBe("bytes");
  });

  it("refuses a media type that is not declared", async () => {
    const write = writeRequest({ body: bodyByMediaType({ "text/csv": textBody("text/csv") }) });
    await expect(sent({ write }, { body: { mediaType: "toString", body: "x" } })).rejects.toThrow(
      /not declared/,
    );
  });

  it("does not follow a redirect that is an answer", async () => {
    expect((await sent({ write: writeRequest({ redirect: "manual" }) })).redirect).toBe("manual");
  });

  it("keeps what credentials add", async () => {
    const parameters = [
      { in: "query", name: "ids", style: "spaceDelimited", value: { items: "integer" } },
    ] as const;
    const request = await sent(
      {
        write: writeRequest({ parameters }),
        security: credentials(
          bearer,
          apiKey("key", "query", "api key"),
          apiKey("cookie", "cookie", "sid"),
        ),
      },
      { query: { ids: [1, 2] } },
      { bearer: "t", apiKey: { key: "a&b", cookie: "c" } },
    );
    expect(request.url).toBe(
      "https://api.example.test/v1/?ids=1%202&api%20key=a%26b".replace("1%202", "1%202"),
    );
    expect(request.headers.get("authorization")).toBe("Bearer t");
    expect(request.headers.get("cookie")).toBe("sid=c");
  });
});

describe("credentials", () => {
  it("write an API key where its scheme says", async () => {
    expect(
      (
        await sent({ security: apiKey("k", "header", "x-api-key") }, {}, { apiKey: "1" })
      ).headers.get("x-api-key"),
    ).toBe("1");
    expect(
      (await sent({ security: apiKey("k", "query", "key") }, {}, { apiKey: () => "a b" })).url,
    ).toBe("https://api.example.test/v1/?key=a%20b");
    expect(
      (
        await sent({ security: apiKey("k", "cookie", "sid") }, {}, { apiKey: { k: "1" } })
      ).headers.get("cookie"),
    ).toBe("sid=1");
  });

  it("keep the keys of several schemes apart", async () => {
    const security = credentials(
      apiKey("app", "header", "x-app"),
      apiKey("user", "header", "x-user"),
    );
    const { headers } = await sent({ security }, {}, { apiKey: { app: "1", toString: "2" } });
    expect([headers.get("x-app"), headers.get("x-user")]).toEqual(["1", null]);
  });

  it("write basic credentials in UTF-8", async () => {
    const { headers } = await sent({ security: basic }, {}, { basic: "ada:pässword" });
    expect(headers.get("authorization")).toBe(
      `Basic ${Buffer.from("ada:pässword").toString("base64")}`,
    );
  });

  it("write nothing that the caller has not given", async () => {
    const request = await sent({
      security: credentials(bearer, basic, apiKey("k", "header", "x-api-key")),
    });
    expect([...request.headers.keys()]).toEqual([]);
  });
});
