import { createMemoryStore } from "../../apps/whiteboard/src/store/memory-store.js";
import type { Store } from "../../apps/whiteboard/src/store/store.js";

/** One store with the same messages and the same user in it, for one request to one target. */
export interface World {
  readonly store: Store;
  /** Fills `{message}`, `{user}` and the cursors of a case's target. */
  readonly fill: (text: string) => string;
  /** A body in which what differs from store to store has the same name everywhere. */
  readonly normalise: (body: unknown) => unknown;
}

/** The address of the user who is there, and the key that a message was posted with. */
export const TAKEN_EMAIL = "ada@example.com";
export const USED_KEY = "used-key";
export const USED_MESSAGE = { author: "Ada", text: "Message 5" };

export async function createWorld(): Promise<World> {
  const store = createMemoryStore();
  const ids: string[] = [];
  for (const text of ["Message 1", "Message 2", "Message 3", "Message 4"]) {
    ids.push(idOf(await store.postMessage({ author: "Ada", text }, undefined)));
  }
  ids.push(idOf(await store.postMessage(USED_MESSAGE, USED_KEY)));
  const user = idOf(await store.createUser({ name: "Ada Lovelace", email: TAKEN_EMAIL }));
  const [, , third = "", , newest = ""] = ids;
  const values: Readonly<Record<string, string>> = {
    message: newest,
    user,
    USER: user.toUpperCase(),
    cursor: base64url(third),
    userCursor: base64url(user),
  };
  const names = new Map([...ids.map((id, index) => [id, `message-${index + 1}`] as const)]);
  return {
    store,
    fill: (text) => text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
    normalise: (body) =>
      body === undefined
        ? undefined
        : JSON.parse(
            JSON.stringify(body)
              .replaceAll(user, "user-1")
              .replace(/[0-7][0-9A-HJKMNP-TV-Z]{25}/g, (id) => names.get(id) ?? "message-new")
              .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "user-new")
              .replace(/"createdAt":"[^"]+"/g, '"createdAt":"then"')
              .replace(/"nextCursor":"([^"]+)"/g, (_, cursor: string) => {
                const id = Buffer.from(cursor, "base64url").toString();
                return `"nextCursor":"after ${names.get(id) ?? id}"`;
              })
              .replace(/"requestId":"[^"]+"/g, '"requestId":"this"'),
          ),
  };
}

function idOf(entry: { readonly id: string } | string): string {
  if (typeof entry === "string") throw new TypeError(`the store is not empty: ${entry}`);
  return entry.id;
}

function base64url(text: string): string {
  return Buffer.from(text).toString("base64url");
}
