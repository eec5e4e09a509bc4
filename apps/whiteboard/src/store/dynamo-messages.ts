import { createHash } from "node:crypto";
import type { Message, NewMessage } from "../../generated/schemas.js";
import { IDEMPOTENCY_TTL_SECONDS, type Store, StoreBusyError, toPage } from "./store.js";
import type { Key, Table, Write } from "./table.js";
import { ulidTime } from "./ulid.js";

type MessageStore = Pick<Store, "listMessages" | "postMessage" | "getMessage" | "deleteMessage">;

export interface MessageSources {
  readonly table: Table;
  readonly ulid: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Rounds of "write, and when a condition does not hold, look why" before the store counts as busy. */
const MAX_ROUNDS = 4;
const ABSENT = { expression: "attribute_not_exists(pk)" };

/**
 * Messages in one partition, sorted by ULID. One partition takes about 1,000 writes a second
 * (Developer Guide, "Best practices for designing and using partition keys"); beyond that callers get 429.
 */
export function dynamoMessages({ table, ulid, now }: MessageSources): MessageStore {
  return {
    async listMessages({ limit, after }) {
      const items = await table.descending("messages", limit + 1, after);
      return toPage(items.map(toMessage), limit);
    },

    async postMessage(given, idempotencyKey) {
      const words = { author: wellFormed(given.author), text: wellFormed(given.text) };
      for (let round = 1; round <= MAX_ROUNDS; round += 1) {
        const id = ulid();
        const writes: Write[] = [
          { kind: "put", item: { ...messageKey(id), ...words }, condition: ABSENT },
        ];
        if (idempotencyKey !== undefined) {
          writes.push(keepKey(idempotencyKey, id, fingerprint(words), now()));
        }
        const failed = await table.write(writes);
        if (failed.length === 0) return { id, ...words, createdAt: timeOf(id) };
        if (idempotencyKey === undefined) continue;

        const kept = await table.get(idempotencyItemKey(idempotencyKey));
        if (!kept || Number(kept.expiresAt) <= seconds(now())) continue;
        if (kept.fingerprint !== fingerprint(words)) return "key-reused";
        const keptId = String(kept.messageId);
        return { id: keptId, ...words, createdAt: timeOf(keptId) };
      }
      throw new StoreBusyError();
    },

    async getMessage(messageId) {
      const item = await table.get(messageKey(messageId));
      return item ? toMessage(item) : "not-found";
    },

    async deleteMessage(messageId) {
      const failed = await table.write([
        {
          kind: "delete",
          key: messageKey(messageId),
          condition: { expression: "attribute_exists(pk)" },
        },
      ]);
      return failed.length === 0 ? "deleted" : "not-found";
    },
  };
}

function messageKey(messageId: string): Key {
  return { pk: "messages", sk: messageId };
}

function idempotencyItemKey(idempotencyKey: string): Key {
  return { pk: "idempotency", sk: idempotencyKey };
}

/** Remembers which words were written under a key: their fingerprint only, so that deleted words are gone. */
function keepKey(key: string, messageId: string, words: string, nowMs: number): Write {
  const expiresAt = seconds(nowMs) + IDEMPOTENCY_TTL_SECONDS;
  return {
    kind: "put",
    item: { ...idempotencyItemKey(key), messageId, fingerprint: words, expiresAt },
    // DynamoDB deletes an expired item within days, not at once.
    condition: {
      expression: "attribute_not_exists(pk) OR expiresAt <= :now",
      values: { ":now": seconds(nowMs) },
    },
  };
}

function fingerprint({ author, text }: NewMessage): string {
  return createHash("sha256")
    .update(JSON.stringify([author, text]))
    .digest("base64url");
}

/** Replaces halves of surrogate pairs, which JSON can carry and UTF-8 cannot, by U+FFFD. */
function wellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

function toMessage(item: Readonly<Record<string, unknown>>): Message {
  const id = String(item.sk);
  return {
    id,
    author: String(item.author),
    text: String(item.text),
    createdAt: timeOf(id),
  };
}

/** The id holds the time, so it is kept once. */
function timeOf(messageId: string): string {
  return new Date(ulidTime(messageId)).toISOString();
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
