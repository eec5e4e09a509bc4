import type { Message, User } from "../../generated/schemas.js";
import {
  emailKey,
  IDEMPOTENCY_TTL_SECONDS,
  type PageRequest,
  type Store,
  toPage,
} from "./store.js";
import { createUlid, ulidTime } from "./ulid.js";

/** A store that lives as long as its process: for tests of what stands on a store. The store's own tests run on it too. */
export function createMemoryStore({ now = Date.now }: { now?: () => number } = {}): Store {
  const messages = new Map<string, Message>();
  const users = new Map<string, User>();
  const keys = new Map<string, { message: Message; expiresAt: number }>();
  const ulid = createUlid({ now });
  const owner = (email: string) =>
    [...users.values()].find((user) => emailKey(user.email) === emailKey(email));

  return {
    async listMessages(page) {
      return pageOf(messages, page);
    },
    async postMessage({ author, text }, key) {
      const kept = key === undefined ? undefined : keys.get(key);
      if (kept && kept.expiresAt > now()) {
        const isSame = kept.message.author === author && kept.message.text === text;
        return isSame ? kept.message : "key-reused";
      }
      const id = ulid();
      const message = { id, author, text, createdAt: new Date(ulidTime(id)).toISOString() };
      messages.set(id, message);
      const expiresAt = now() + IDEMPOTENCY_TTL_SECONDS * 1000;
      if (key !== undefined) keys.set(key, { message, expiresAt });
      return message;
    },
    async getMessage(messageId) {
      return messages.get(messageId) ?? "not-found";
    },
    async deleteMessage(messageId) {
      return messages.delete(messageId) ? "deleted" : "not-found";
    },

    async listUsers(page) {
      return pageOf(users, page);
    },
    async createUser({ name, email }) {
      if (owner(email)) return "email-taken";
      const id = crypto.randomUUID();
      const user = { id, name, email, createdAt: new Date(now()).toISOString() };
      users.set(id, user);
      return user;
    },
    async getUser(userId) {
      return users.get(userId.toLowerCase()) ?? "not-found";
    },
    async replaceUser(userId, { name, email }) {
      const old = users.get(userId.toLowerCase());
      if (!old) return "not-found";
      if ((owner(email) ?? old) !== old) return "email-taken";
      const user = { ...old, name, email };
      users.set(old.id, user);
      return user;
    },
    async deleteUser(userId) {
      return users.delete(userId.toLowerCase()) ? "deleted" : "not-found";
    },
  };
}

function pageOf<Entry extends { readonly id: string }>(
  entries: ReadonlyMap<string, Entry>,
  { limit, after }: PageRequest,
) {
  const descending = [...entries.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
  const behind = descending.filter(({ id }) => after === undefined || id < after);
  return toPage(behind.slice(0, limit + 1), limit);
}
