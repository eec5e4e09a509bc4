import { describe, expect, it } from "vitest";
import type { Message } from "./fixture/operations.js";
import { createHandler, type Handlers } from "./fixture/server.js";
import type { RequestLog } from "./index.js";

interface Services {
  readonly messages: Message[];
}

const handlers: Handlers<Services> = {
  async listMessages({ query }, { reply, messages }) {
    return reply(200, { messages: messages.slice(0, query.limit) });
  },
  async postMessage({ body }, { reply, messages }) {
    if (body.text === "explode") {
      throw new RangeError("a secret of the store");
    }
    const message = { id: String(messages.length + 1), ...body };
    messages.push(message);
    return reply(201, message, { location: `/messages/${message.id}` });
  },
  async deleteMessage({ path }, { reply, messages, requestId }) {
    const found = messages.findIndex(({ id }) => id === path.messageId);
    if (found < 0) {
      return reply(404, { title: `No ${requestId}`, status: 404 });
    }
    messages.splice(found, 1);
    return reply(204);
  },
};

function create(overrides: Partial<Parameters<typeof createHandler<Services>>[0]> = {}) {
  const lines: RequestLog[] = [];
  const messages: Message[] = [{ id: "1", author: "ann", text: "hi" }];
  const handler = createHandler<Services>({
    handlers,
    services: () => ({ messages }),
    log: (line) => lines.push(line),
    ...overrides,
  });
  return { handler, lines, messages };
}

function restEvent(fields: Record<string, unknown> = {}) {
  return {
    resource: "/messages",
    path: "/messages",
    httpMethod: "GET",
    headers: null,
    multiValueHeaders: null,
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    body: null,
    isBase64Encoded: false,
    requestContext: { requestId: "r-1" },
    ...fields,
  };
}

const json = { "Content-Type": "application/json" };

function post(body: unknown) {
  return restEvent({
    httpMethod: "POST",
    headers: json,
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

describe("createLambda", () => {
  it("answers a valid request with what the handler replies, and logs one line", async () => {
    const { handler, lines } = create();
    const result = await handler(post({ author: "bob", text: "hello" }));
    expect(result).toEqual({
      statusCode: 201,
      headers: {
        "content-type": "application/json",
        "access-control-allow-origin": "*",
        "access-control-expose-headers": "location",
        location: "/messages/2",
      },
      body: '{"id":"2","author":"bob","text":"hello"}',
      isBase64Encoded: false,
    });
    expect(lines).toEqual([
      {
        level: "info",
        operationId: "postMessage",
        method: "POST",
        path: "/messages",
        requestId: "r-1",
        status: 201,
        durationMs: expect.any(Number),
      },
    ]);
  });

  it("names every wrong value of a refused request", async () => {
    const { handler } = create();
    const result = await handler(post({ author: "", extra: 1 }));
    expect(result.statusCode).toBe(400);
    expect(result.headers?.["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(result.body)).toEqual({
      type: "about:blank",
      title: "Bad Request",
      status: 400,
      requestId: "r-1",
      errors: [
        { detail: "must have at least 1 character, has 0", pointer: "/author" },
        { detail: "is required", pointer: "/text" },
        { detail: "is not allowed", pointer: "/extra" },
      ],
    });
  });
});
