import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createWhiteboard } from "./generated/client/index.js";
import { type MockOptions, mockWhiteboard } from "./generated/mocks.js";

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const messageId = "01JC8Z3M5N7P9QRSTVWXYZ0123";
const userId = "2f0c1a52-5a8e-4e1a-9d49-0d8f4c6f1b7e";
const user = { name: "Ada", email: "ada@example.com" };
const whiteboard = createWhiteboard({
  baseUrl: "https://whiteboard.test",
  bearer: "token",
  retry: { attempts: 1 },
});

/** A valid call of every operation. */
const calls = {
  listMessages: () => whiteboard.listMessages({ query: { limit: 3 } }),
  postMessage: () => whiteboard.postMessage({ body: { author: "Ada", text: "Hello" } }),
  getMessage: () => whiteboard.getMessage({ path: { messageId } }),
  deleteMessage: () => whiteboard.deleteMessage({ path: { messageId } }),
  listUsers: () => whiteboard.listUsers(),
  createUser: () => whiteboard.createUser({ body: user }),
  getUser: () => whiteboard.getUser({ path: { userId } }),
  replaceUser: () => whiteboard.replaceUser({ path: { userId }, body: user }),
  deleteUser: () => whiteboard.deleteUser({ path: { userId } }),
  getHealth: () => whiteboard.getHealth(),
} satisfies Record<keyof typeof whiteboard, () => Promise<{ status: number }>>;

function use(options: MockOptions, messages: string[]) {
  server.use(...mockWhiteboard({}, { report: (message) => messages.push(message), ...options }));
}

describe("the whiteboard's mocks", () => {
  it.each(Object.keys(calls))(
    "answer %s with what the contract declares, for any seed",
    async (name) => {
      const call = Object.entries(calls).find(([key]) => key === name)?.[1];
      for (const prefer of ["example", "sample"] as const) {
        for (let seed = 0; seed < 10; seed++) {
          const messages: string[] = [];
          use({ seed, prefer }, messages);
          const answer = await call?.();
          // The mock checks its own answer with the generated validators; a wrong one would be a 500 with a message.
          expect(messages).toEqual([]);
          expect([200, 201, 204]).toContain(answer?.status);
          server.resetHandlers();
        }
      }
    },
  );

  it("refuse what the service refuses, and say where the contract says so", async () => {
    const messages: string[] = [];
    use({}, messages);
    const refused = await whiteboard.postMessage({ body: { author: "", text: "x".repeat(1001) } });
    expect(
      refused.status === 400 &&
        refused.body.errors?.map((error) => "pointer" in error && error.pointer),
    ).toEqual(["/author", "/text"]);
    const limit = await whiteboard.listMessages({ query: { limit: 101 } });
    expect(limit.status === 400 && limit.body.errors).toMatchObject([
      { in: "query", name: "limit" },
    ]);
    const cursor = await whiteboard.listMessages({ query: { cursor: "not base64url!" } });
    expect(cursor.status).toBe(400);
    expect(messages).toHaveLength(3);
    expect(messages[0]).toMatch(/openapi\/paths\/messages\.yaml:\d+/);
  });

  it("ask for a token where the contract does", async () => {
    use({}, []);
    const anonymous = createWhiteboard({ baseUrl: "https://whiteboard.test" });
    for (const call of [anonymous.listUsers(), anonymous.deleteMessage({ path: { messageId } })]) {
      expect((await call).status).toBe(401);
    }
    expect((await anonymous.listMessages()).status).toBe(200);
  });

  it("check scopes when they know them", async () => {
    use({ scopes: () => ["users:read"] }, []);
    expect((await whiteboard.listUsers()).status).toBe(200);
    expect((await whiteboard.createUser({ body: user })).status).toBe(403);
  });

  it("answer 415 to a body of another media type", async () => {
    use({}, []);
    const refused = await whiteboard.postMessage(
      { body: { author: "Ada", text: "Hello" }, headers: {} },
      { headers: { "content-type": "text/plain" } },
    );
    expect(refused).toMatchObject({ status: 415, body: { title: "Unsupported Media Type" } });
  });
});
