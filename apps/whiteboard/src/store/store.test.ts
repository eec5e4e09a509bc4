import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "./store.js";
import { type Engine, engineNames, isAvailable, startEngine } from "./test-engines.js";

const missingId = "7ZZZZZZZZZZZZZZZZZZZZZZZZZ";
const missingUser = "00000000-0000-4000-8000-000000000000";
const start = Date.UTC(2026, 2, 2, 9, 0, 0);
const day = 24 * 60 * 60 * 1000;

describe.each(engineNames.filter(isAvailable))("the store on %s", (name) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine(name);
  });
  afterAll(() => engine?.stop());

  /** A store in a table of its own, with a clock that stands still until it is moved. */
  async function newStore() {
    const clock = { now: start };
    const store = await engine.newStore(() => clock.now);
    return { store, clock };
  }

  describe("messages", () => {
    it("keeps what was posted", async () => {
      const { store } = await newStore();
      const posted = await store.postMessage({ author: "Ada", text: "Hello\n🎉 <b>" });
      expect(posted).toMatchObject({
        author: "Ada",
        text: "Hello\n🎉 <b>",
        createdAt: "2026-03-02T09:00:00.000Z",
      });
      expect(await store.getMessage(idOf(posted))).toEqual(posted);
    });

    it("lists the newest first, also within one millisecond", async () => {
      const { store } = await newStore();
      await postTexts(store, ["1", "2", "3"]);
      const { entries, next } = await store.listMessages({ limit: 10 });
      expect(entries.map(({ text }) => text)).toEqual(["3", "2", "1"]);
      expect(next).toBeUndefined();
    });

    it("has nothing to list at first", async () => {
      const { store } = await newStore();
      expect(await store.listMessages({ limit: 3 })).toEqual({ entries: [] });
    });

    it("goes on behind the last entry of a page until nothing is left", async () => {
      const { store } = await newStore();
      await postTexts(store, ["1", "2", "3", "4"]);
      const first = await store.listMessages({ limit: 2 });
      await postTexts(store, ["5"]);
      const second = await store.listMessages({ limit: 2, after: first.next });
      expect([first, second].map(({ entries }) => entries.map(({ text }) => text))).toEqual([
        ["4", "3"],
        ["2", "1"],
      ]);
      expect(first.next).toBe(first.entries[1]?.id);
      expect(second.next).toBeUndefined();
    });

    it("goes on behind a message that has been deleted", async () => {
      const { store } = await newStore();
      await postTexts(store, ["1", "2", "3"]);
      const { next = "" } = await store.listMessages({ limit: 2 });
      await store.deleteMessage(next);
      const { entries } = await store.listMessages({ limit: 2, after: next });
      expect(entries.map(({ text }) => text)).toEqual(["1"]);
    });

    it("deletes a message once", async () => {
      const { store } = await newStore();
      const id = idOf(await store.postMessage({ author: "Ada", text: "x" }));
      expect(await store.deleteMessage(id)).toBe("deleted");
      expect(await store.deleteMessage(id)).toBe("not-found");
      expect(await store.getMessage(id)).toBe("not-found");
    });

    it("knows no message that was never posted", async () => {
      const { store } = await newStore();
      expect(await store.getMessage(missingId)).toBe("not-found");
    });
  });

  describe("idempotency keys", () => {
    it("give the same message for the same words, later too", async () => {
      const { store, clock } = await newStore();
      const first = await store.postMessage({ author: "Ada", text: "once" }, "key");
      clock.now += day - 1000;
      expect(await store.postMessage({ author: "Ada", text: "once" }, "key")).toEqual(first);
      expect((await store.listMessages({ limit: 9 })).entries).toEqual([first]);
    });

    it("are refused for other words", async () => {
      const { store } = await newStore();
      await store.postMessage({ author: "Ada", text: "once" }, "key");
      expect(await store.postMessage({ author: "Ada", text: "twice" }, "key")).toBe("key-reused");
      expect(await store.postMessage({ author: "Eve", text: "once" }, "key")).toBe("key-reused");
      expect((await store.listMessages({ limit: 9 })).entries).toHaveLength(1);
    });

    it("are free again after 24 hours", async () => {
      const { store, clock } = await newStore();
      await store.postMessage({ author: "Ada", text: "once" }, "key");
      clock.now += day;
      expect(await store.postMessage({ author: "Ada", text: "twice" }, "key")).toMatchObject({
        text: "twice",
      });
    });

    it("write one message when the same request arrives many times at once", async () => {
      const { store } = await newStore();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => store.postMessage({ author: "Ada", text: "once" }, "key")),
      );
      expect(new Set(answers.map(idOf)).size).toBe(1);
      expect((await store.listMessages({ limit: 9 })).entries).toHaveLength(1);
    });

    it("keep two posts without a key apart", async () => {
      const { store } = await newStore();
      await postTexts(store, ["same", "same"]);
      expect((await store.listMessages({ limit: 9 })).entries).toHaveLength(2);
    });
  });

  describe("users", () => {
    const ada = { name: "Ada Lovelace", email: "Ada@Example.com" };
    const grace = { name: "Grace Hopper", email: "grace@example.com" };

    it("are kept as they were written", async () => {
      const { store } = await newStore();
      const user = await store.createUser(ada);
      expect(user).toMatchObject({ ...ada, createdAt: "2026-03-02T09:00:00.000Z" });
      expect(await store.getUser(idOf(user))).toEqual(user);
      expect(await store.getUser(idOf(user).toUpperCase())).toEqual(user);
    });

    it("do not share an address, however it is spelled", async () => {
      const { store } = await newStore();
      await store.createUser(ada);
      expect(await store.createUser({ name: "Eve", email: "ada@EXAMPLE.com" })).toBe("email-taken");
      expect((await store.listUsers({ limit: 9 })).entries).toHaveLength(1);
    });

    it("get one address among many that ask for it at once", async () => {
      const { store } = await newStore();
      const answers = await Promise.all(Array.from({ length: 6 }, () => store.createUser(ada)));
      expect(answers.filter((answer) => answer !== "email-taken")).toHaveLength(1);
    });

    it("keep id and time of creation when they are replaced", async () => {
      const { store, clock } = await newStore();
      const user = await store.createUser(ada);
      clock.now += 1000;
      const replaced = await store.replaceUser(idOf(user), { name: "Countess", email: ada.email });
      expect(replaced).toEqual({ ...(user as object), name: "Countess" });
      expect(await store.getUser(idOf(user))).toEqual(replaced);
    });

    it("may change the spelling of their own address", async () => {
      const { store } = await newStore();
      const id = idOf(await store.createUser(ada));
      const email = "ada@example.com";
      expect(await store.replaceUser(id, { name: "Ada", email })).toMatchObject({ email });
    });

    it("give their old address free when they change it", async () => {
      const { store } = await newStore();
      const id = idOf(await store.createUser(ada));
      await store.replaceUser(id, { name: "Ada", email: "ada@analytical.example" });
      expect(await store.createUser(ada)).toMatchObject(ada);
      expect(await store.createUser({ name: "x", email: "ada@analytical.example" })).toBe(
        "email-taken",
      );
    });

    it("do not get the address of another", async () => {
      const { store } = await newStore();
      await store.createUser(ada);
      const id = idOf(await store.createUser(grace));
      const wish = { name: "Grace", email: ada.email };
      expect(await store.replaceUser(id, wish)).toBe("email-taken");
      expect(await store.getUser(id)).toMatchObject(grace);
    });

    it("give their address free when they are deleted", async () => {
      const { store } = await newStore();
      const id = idOf(await store.createUser(ada));
      expect(await store.deleteUser(id)).toBe("deleted");
      expect(await store.deleteUser(id)).toBe("not-found");
      expect(await store.createUser(ada)).toMatchObject(ada);
    });

    it("that do not exist are neither found, replaced nor deleted", async () => {
      const { store } = await newStore();
      expect(await store.getUser(missingUser)).toBe("not-found");
      expect(await store.replaceUser(missingUser, ada)).toBe("not-found");
      expect(await store.deleteUser(missingUser)).toBe("not-found");
    });

    it("are all listed, page by page", async () => {
      const { store } = await newStore();
      const made = [];
      for (let n = 0; n < 5; n += 1) {
        made.push(idOf(await store.createUser({ name: "n", email: `${n}@example.com` })));
      }
      const first = await store.listUsers({ limit: 3 });
      const second = await store.listUsers({ limit: 3, after: first.next });
      const listed = [...first.entries, ...second.entries].map(({ id }) => id);
      expect(listed.sort()).toEqual(made.sort());
      expect(second.next).toBeUndefined();
    });
  });
});

async function postTexts(store: Store, texts: readonly string[]): Promise<void> {
  for (const text of texts) await store.postMessage({ author: "Ada", text });
}

function idOf(answer: string | { readonly id: string }): string {
  expect(answer).toHaveProperty("id");
  return typeof answer === "string" ? "" : answer.id;
}
