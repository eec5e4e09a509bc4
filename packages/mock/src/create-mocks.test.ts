import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createMocks, MockError, type MockOptions } from "./index.js";
import { mockSample, type SampleMocks, sampleApi } from "./testing/sample-mocks.js";

const ORIGIN = "https://api.example.test";
const server = setupServer();
let reports: string[] = [];

beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
beforeEach(() => {
  reports = [];
  // msw tells of requests that nobody handles; some tests mean to send those.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  server.resetHandlers();
  vi.restoreAllMocks();
});
afterAll(() => server.close());

function use(overrides: SampleMocks = {}, options: MockOptions = {}) {
  server.use(...mockSample(overrides, { report: (message) => reports.push(message), ...options }));
}

function post(body: unknown, headers: Record<string, string> = { authorization: "Bearer x" }) {
  return fetch(`${ORIGIN}/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

describe("createMocks", () => {
  it("answers with the contract's example and a length", async () => {
    use();
    const response = await fetch(`${ORIGIN}/messages/1`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(0);
    expect(await response.json()).toEqual({ id: "1", text: "Coffee at ten, bring ideas." });
  });

  it("answers with a sample where there is no example, the same for the same seed", async () => {
    const answers = [];
    for (const seed of [1, 1, 2]) {
      server.resetHandlers();
      use({}, { seed });
      const response = await post({ text: "hello" });
      expect(response.status).toBe(201);
      expect(response.headers.get("location")).toMatch(/^\/messages\//);
      answers.push(await response.json());
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).not.toEqual(answers[2]);
  });

  it("puts the request's id into a Problem that has none, as the server does", async () => {
    use({ getMessage: (_, { reply }) => reply(404, { title: "Not Found", status: 404 }) });
    const response = await fetch(`${ORIGIN}/messages/1`);
    expect(await response.json()).toEqual({
      title: "Not Found",
      status: 404,
      requestId: "mock-1",
    });
  });

  it("prefers samples when asked to", async () => {
    use({}, { prefer: "sample" });
    const response = await fetch(`${ORIGIN}/messages/1`);
    expect(await response.json()).not.toEqual({ id: "1", text: "Coffee at ten, bring ideas." });
  });

  it("refuses a request as the server does, and reports where the contract says so", async () => {
    use();
    const response = await post({});
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      type: "about:blank",
      title: "Bad Request",
      status: 400,
      errors: [{ pointer: "/text" }],
      requestId: expect.stringMatching(/^mock-/),
    });
    expect(reports).toEqual([expect.stringContaining("openapi/paths/messages.yaml:14")]);
    expect(reports[0]).toContain("body /text");
  });

  it("answers 415 for a media type that is not declared", async () => {
    use();
    expect(
      (await post({ text: "x" }, { authorization: "Bearer x", "content-type": "text/csv" })).status,
    ).toBe(415);
  });

  it("asks for credentials where the contract does, and for scopes where they are known", async () => {
    use();
    expect((await post({ text: "x" }, {})).status).toBe(401);
    expect((await post({ text: "x" }, { authorization: "Basic eDp5" })).status).toBe(401);
    expect((await post({ text: "x" })).status).toBe(201);
    server.resetHandlers();
    use(
      {},
      {
        scopes: (request) =>
          request.headers.get("authorization") === "Bearer writer" ? ["messages:write"] : [],
      },
    );
    expect((await post({ text: "x" })).status).toBe(403);
    expect((await post({ text: "x" }, { authorization: "Bearer writer" })).status).toBe(201);
  });

  it("lets a test override one operation and gives it decoded input", async () => {
    use({
      getMessage: ({ path }, { reply }) =>
        path.messageId === "a/b"
          ? reply(200, { id: "a/b", text: "slash" })
          : reply(404, { title: "Not Found", status: 404 }),
    });
    expect(await (await fetch(`${ORIGIN}/messages/a%2Fb`)).json()).toEqual({
      id: "a/b",
      text: "slash",
    });
    const missing = await fetch(`${ORIGIN}/messages/2`);
    expect(missing.status).toBe(404);
    expect(missing.headers.get("content-type")).toBe("application/problem+json");
    expect((await post({ text: "x" })).status).toBe(201);
  });

  it("waits for an override that takes its time", async () => {
    use({ getMessage: async (_, { reply }) => reply(200, { id: "later", text: "x" }) });
    expect(await (await fetch(`${ORIGIN}/messages/1`)).json()).toMatchObject({ id: "later" });
  });

  it("breaks the connection when an override fails", async () => {
    use({ getMessage: (_, { fail }) => fail() });
    await expect(fetch(`${ORIGIN}/messages/1`)).rejects.toThrow();
  });

  it("answers 500 and names every difference when an override does not keep the contract", async () => {
    server.use(
      ...createMocks(
        sampleApi,
        {
          getMessage: (
            _input: object,
            { reply }: { reply: (status: number, body?: unknown) => unknown },
          ) => reply(200, { id: "1" }),
        },
        { report: (message) => reports.push(message) },
      ),
    );
    const response = await fetch(`${ORIGIN}/messages/1`);
    expect(response.status).toBe(500);
    expect((await response.json()).detail).toContain("body/text is required");
    expect(reports[0]).toContain("body/text is required");
    expect(reports[0]).toContain("openapi/paths/message.yaml:2");
  });

  it("answers 500 when an override gives something that reply did not make", async () => {
    server.use(
      ...createMocks(
        sampleApi,
        { getMessage: () => ({ id: "1" }) },
        { report: (message) => reports.push(message) },
      ),
    );
    expect((await fetch(`${ORIGIN}/messages/1`)).status).toBe(500);
    expect(reports[0]).toContain("reply(…)");
  });

  it("throws at once for an override of no operation", () => {
    expect(() => createMocks(sampleApi, { getMesage: () => undefined }, {})).toThrow(MockError);
    expect(() => createMocks(sampleApi, { toString: () => undefined }, {})).toThrow(MockError);
  });

  it("leaves unknown paths and methods to msw", async () => {
    use();
    await expect(fetch(`${ORIGIN}/nothing`)).rejects.toThrow();
    await expect(fetch(`${ORIGIN}/messages/1`, { method: "PUT" })).rejects.toThrow();
    server.use(http.get(`${ORIGIN}/nothing`, () => HttpResponse.text("other")));
    expect(await (await fetch(`${ORIGIN}/nothing`)).text()).toBe("other");
  });

  it("answers only below baseUrl when it is given", async () => {
    use({}, { baseUrl: `${ORIGIN}/v1/` });
    expect((await fetch(`${ORIGIN}/v1/messages/1`)).status).toBe(200);
    await expect(fetch(`${ORIGIN}/messages/1`)).rejects.toThrow();
    await expect(fetch("https://other.example.test/v1/messages/1")).rejects.toThrow();
  });

  it("leaves the rest to the handlers behind it when only overrides are asked for", async () => {
    use();
    server.use(
      ...mockSample(
        { getMessage: (_, { reply }) => reply(200, { id: "override", text: "x" }) },
        { onlyOverridden: true },
      ),
    );
    expect(await (await fetch(`${ORIGIN}/messages/1`)).json()).toMatchObject({ id: "override" });
    expect((await post({ text: "x" })).status).toBe(201);
  });

  it("answers HEAD like GET without a body, and preflights for every path it has", async () => {
    use();
    const head = await fetch(`${ORIGIN}/messages/1`, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    const preflight = await fetch(`${ORIGIN}/messages`, {
      method: "OPTIONS",
      headers: {
        origin: "https://page.example",
        "access-control-request-headers": "authorization",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-methods")).toBe("POST");
    expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization");
    expect(preflight.headers.get("access-control-allow-origin")).toBe("https://page.example");
  });

  it("passes over an example that does not keep the contract", async () => {
    const responses = {
      ...sampleApi.responses,
      getMessage: {
        200: {
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/Message" },
              examples: [{ id: 5 }, { id: "second", text: "x" }],
            },
          },
        },
      },
    };
    server.use(...createMocks({ ...sampleApi, responses }, {}, {}));
    expect(await (await fetch(`${ORIGIN}/messages/1`)).json()).toEqual({ id: "second", text: "x" });
  });
});
