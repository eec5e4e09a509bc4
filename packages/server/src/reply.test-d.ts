import { describe, it } from "vitest";
import type { Message } from "./fixture/operations.js";
import { createHandler, createInvoke, type Handlers } from "./fixture/server.js";

interface Store {
  find(id: string): Promise<Message & { readonly partition: string }>;
}
interface Services {
  readonly store: Store;
}
type H = Handlers<Services>;
declare const handlers: H;
declare const store: Store;
declare const message: Message;

describe("a handler", () => {
  it("reads decoded input, its services and its caller", () => {
    const list: H["listMessages"] = async ({ query }, { reply, store: given, caller }) => {
      const found = await given.find(`${query.limit + 1}${query.cursor?.length}${caller?.sub}`);
      return reply(200, { messages: [{ id: found.id, author: found.author, text: found.text }] });
    };
    const post: H["postMessage"] = async ({ body, headers }, { reply }) =>
      reply(201, { id: headers["idempotency-key"] ?? "1", ...body }, { location: "/messages/1" });
    const remove: H["deleteMessage"] = async ({ path }, { reply }) =>
      path.messageId === "" ? reply(404, { title: "Not Found", status: 404 }) : reply(204);
    void [list, post, remove];
  });

  it("cannot answer what the contract does not declare", () => {
    const list: H["listMessages"] = async (_, { reply, store: given }) => {
      // @ts-expect-error status 418 is not declared
      reply(418, { title: "Teapot", status: 418 });
      // @ts-expect-error 200 has a body
      reply(200);
      // @ts-expect-error total is not declared
      reply(200, { messages: [], total: 0 });
      // @ts-expect-error partition is not declared
      reply(200, { messages: [await given.find("1")] });
      return reply(200, { messages: [] });
    };
    const post: H["postMessage"] = async (_, { reply }) => {
      // @ts-expect-error the header location is required
      reply(201, message);
      // @ts-expect-error the header location is required
      reply(201, message, {});
      // @ts-expect-error x-secret is not declared
      reply(201, message, { location: "/", "x-secret": "1" });
      return reply(201, message, { location: "/messages/1" });
    };
    const remove: H["deleteMessage"] = async (_, { reply }) => {
      // @ts-expect-error 204 has no body
      reply(204, message);
      return reply(204);
    };
    void [list, post, remove];
  });

  it("cannot answer without its own reply", () => {
    // @ts-expect-error not made by reply
    const bare: H["listMessages"] = async () => ({ status: 200, body: { messages: [] } });
    // @ts-expect-error nothing returned
    const none: H["listMessages"] = async (_, { reply }) => {
      reply(200, { messages: [] });
    };
    const other: H["listMessages"] = async (_, { reply }) => reply(200, { messages: [] });
    // @ts-expect-error a reply of another operation
    const swapped: H["deleteMessage"] = other;
    void [bare, none, swapped];
  });
});

describe("an API", () => {
  it("has a handler for every operation", () => {
    createHandler({ handlers, services: () => ({ store }) });
    const { deleteMessage: _, ...rest } = handlers;
    // @ts-expect-error deleteMessage is missing
    createHandler({ handlers: rest, services: () => ({ store }) });
    // @ts-expect-error the handlers want a store
    createHandler({ handlers, services: () => ({}) });
  });

  it("is invoked with what a client sends and answers what it gets", async () => {
    const invoke = createInvoke({ handlers, services: () => ({ store }) });
    await invoke("listMessages");
    await invoke("listMessages", { query: { limit: 1 } }, { caller: null });
    const answer = await invoke("postMessage", { body: { author: "a", text: "b" } });
    if (answer.status === 201) {
      const location: string = answer.headers.location;
      const id: string = answer.body.id;
      void [location, id];
    }
    // @ts-expect-error a body is required
    await invoke("postMessage");
    // @ts-expect-error no such operation
    await invoke("toString");
  });
});
