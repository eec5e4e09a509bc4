import { describe, expect, it } from "vitest";
import { createInvoke } from "../../generated/server.js";
import { createMemoryStore } from "../store/memory-store.js";
import { type Store, StoreBusyError } from "../store/store.js";
import { encodeCursor } from "./cursor.js";
import { handlers } from "./handlers.js";

/** Calls handlers that stand on an empty store, with some of its methods replaced. */
function start(replaced: Partial<Store> = {}) {
  const store = { ...createMemoryStore(), ...replaced };
  return createInvoke({ handlers, services: () => ({ store }) });
}

const hello = { author: "Ada", text: "Hello" };
const ada = { name: "Ada Lovelace", email: "ada@example.com" };
const missingMessage = { messageId: "7ZZZZZZZZZZZZZZZZZZZZZZZZZ" };
const missingUser = { userId: "00000000-0000-4000-8000-000000000000" };

describe("postMessage", () => {
  it("answers with the message and where it is", async () => {
    const invoke = start();
    const answer = await invoke("postMessage", { body: hello });
    expect(answer).toMatchObject({ status: 201, body: hello });
    if (answer.status !== 201) return;
    expect(answer.headers.location).toBe(`/messages/${answer.body.id}`);
    expect(await invoke("getMessage", { path: { messageId: answer.body.id } })).toMatchObject({
      status: 200,
      body: answer.body,
    });
  });

  it("answers with the same message when a key and the words come again", async () => {
    const invoke = start();
    const request = { body: hello, headers: { "idempotency-key": "key" } };
    const first = await invoke("postMessage", request);
    expect(await invoke("postMessage", request)).toEqual(first);
  });

  it("refuses a key that was used with other words", async () => {
    const invoke = start();
    const headers = { "idempotency-key": "key" };
    await invoke("postMessage", { body: hello, headers });
    const answer = await invoke("postMessage", { body: { ...hello, text: "Bye" }, headers });
    expect(answer).toMatchObject({ status: 409, body: { title: "Conflict", status: 409 } });
  });

  it("names a text that is missing", async () => {
    // @ts-expect-error text is required
    const answer = await start()("postMessage", { body: { author: "Ada" } });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "/text", detail: "is required" }] },
    });
  });
});

describe("listMessages", () => {
  it("gives the three most recent messages when no limit is asked for", async () => {
    const invoke = start();
    for (const text of ["1", "2", "3", "4"]) {
      await invoke("postMessage", { body: { author: "Ada", text } });
    }
    const first = await invoke("listMessages");
    expect(first).toMatchObject({
      status: 200,
      body: { messages: [{ text: "4" }, { text: "3" }, { text: "2" }] },
    });
    const cursor = first.status === 200 ? first.body.nextCursor : undefined;
    const second = await invoke("listMessages", { query: { cursor: cursor ?? "" } });
    expect(second).toMatchObject({ status: 200, body: { messages: [{ text: "1" }] } });
    expect(second.body).not.toHaveProperty("nextCursor");
  });

  it.each([
    ["that is no base64url of anything", "abc"],
    ["of another list", encodeCursor(missingUser.userId)],
    ["that names a partition", encodeCursor("users/01JC8Z3M5N7P9QRSTVWXYZ0123")],
  ])("refuses a cursor %s", async (_, cursor) => {
    const answer = await start()("listMessages", { query: { cursor } });
    expect(answer).toMatchObject({
      status: 400,
      body: { status: 400, errors: [{ in: "query", name: "cursor" }] },
    });
  });
});

describe("deleteMessage", () => {
  it("answers 204, and 404 the second time", async () => {
    const invoke = start();
    const posted = await invoke("postMessage", { body: hello });
    const path = { messageId: posted.status === 201 ? posted.body.id : "" };
    expect(await invoke("deleteMessage", { path })).toMatchObject({ status: 204 });
    expect(await invoke("deleteMessage", { path })).toMatchObject({ status: 404 });
    expect(await invoke("getMessage", { path })).toMatchObject({ status: 404 });
  });

  it("is for callers with the scope only", async () => {
    const invoke = start();
    const call = { path: missingMessage };
    expect(await invoke("deleteMessage", call, { caller: null })).toMatchObject({ status: 401 });
    const caller = { sub: "eve", scopes: ["users:write"] };
    expect(await invoke("deleteMessage", call, { caller })).toMatchObject({ status: 403 });
  });
});

describe("users", () => {
  it("are created, read, replaced, listed and deleted", async () => {
    const invoke = start();
    const created = await invoke("createUser", { body: ada });
    expect(created).toMatchObject({ status: 201, body: ada });
    if (created.status !== 201) return;
    const path = { userId: created.body.id };
    expect(created.headers.location).toBe(`/users/${path.userId}`);
    expect(await invoke("getUser", { path })).toMatchObject({ status: 200, body: created.body });
    const body = { name: "Countess", email: "countess@example.com" };
    const replaced = { ...created.body, ...body };
    expect(await invoke("replaceUser", { path, body })).toMatchObject({
      status: 200,
      body: replaced,
    });
    expect(await invoke("listUsers")).toMatchObject({ status: 200, body: { users: [replaced] } });
    expect(await invoke("deleteUser", { path })).toMatchObject({ status: 204 });
    expect(await invoke("getUser", { path })).toMatchObject({ status: 404 });
  });

  it("do not share an address", async () => {
    const invoke = start();
    await invoke("createUser", { body: ada });
    const taken = { status: 409, body: { errors: [{ pointer: "/email" }] } };
    expect(await invoke("createUser", { body: ada })).toMatchObject(taken);
    const eve = await invoke("createUser", { body: { name: "Eve", email: "eve@example.com" } });
    const path = { userId: eve.status === 201 ? eve.body.id : "" };
    expect(await invoke("replaceUser", { path, body: ada })).toMatchObject(taken);
  });

  it("that do not exist are 404", async () => {
    const invoke = start();
    expect(await invoke("getUser", { path: missingUser })).toMatchObject({ status: 404 });
    expect(await invoke("replaceUser", { path: missingUser, body: ada })).toMatchObject({
      status: 404,
    });
    expect(await invoke("deleteUser", { path: missingUser })).toMatchObject({ status: 404 });
  });

  it("are listed page by page", async () => {
    const invoke = start();
    await invoke("createUser", { body: ada });
    await invoke("createUser", { body: { name: "Eve", email: "eve@example.com" } });
    const first = await invoke("listUsers", { query: { limit: 1 } });
    const cursor = first.status === 200 ? (first.body.nextCursor ?? "") : "";
    const second = await invoke("listUsers", { query: { limit: 1, cursor } });
    const ids = [first, second].flatMap((page) =>
      page.status === 200 ? page.body.users.map(({ id }) => id) : [],
    );
    expect(new Set(ids).size).toBe(2);
    expect(second.body).not.toHaveProperty("nextCursor");
    expect(await invoke("listUsers", { query: { cursor: "abc" } })).toMatchObject({ status: 400 });
  });
});

describe("a busy store", () => {
  const busy = () => Promise.reject(new StoreBusyError());

  it("is a 429 that says when to try again", async () => {
    const invoke = start({ listMessages: busy, postMessage: busy, createUser: busy });
    const answer = { status: 429, body: { title: "Too Many Requests", status: 429 } };
    expect(await invoke("listMessages")).toMatchObject(answer);
    expect(await invoke("postMessage", { body: hello })).toMatchObject(answer);
    const { headers } = await invoke("createUser", { body: ada });
    expect(headers["retry-after"]).toBe("1");
  });

  it("is told apart from a broken one", async () => {
    const invoke = start({ listMessages: () => Promise.reject(new TypeError("broken")) });
    await expect(invoke("listMessages")).rejects.toThrow("broken");
  });
});

it("the service answers that it is well", async () => {
  expect(await start()("getHealth")).toMatchObject({ status: 200, body: { status: "ok" } });
});
