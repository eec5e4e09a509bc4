import type { Message, NewMessage, User, UserFields } from "../../generated/schemas.js";

/** A part of a list: the entries behind the key `after`, at most `limit` of them. */
export interface PageRequest {
  readonly limit: number;
  /** Key of the last entry of the page before; left out for the first page. */
  readonly after?: string | undefined;
}

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** Key of the last entry, when there are more behind it. */
  readonly next?: string;
}

/**
 * What the whiteboard keeps. An outcome that a caller can cause is an answer, never an exception;
 * every method may throw a `StoreBusyError`.
 */
export interface Store {
  /** Newest first; keys are message ids. */
  listMessages(page: PageRequest): Promise<Page<Message>>;
  /**
   * Writes a message. With a key that was used within 24 hours, the same words give the message that was
   * written then, and other words give `key-reused`. Concurrent calls with one key write one message.
   */
  postMessage(message: NewMessage, idempotencyKey?: string): Promise<Message | "key-reused">;
  getMessage(messageId: string): Promise<Message | "not-found">;
  deleteMessage(messageId: string): Promise<"deleted" | "not-found">;

  /** Keys are user ids. */
  listUsers(page: PageRequest): Promise<Page<User>>;
  createUser(fields: UserFields): Promise<User | "email-taken">;
  getUser(userId: string): Promise<User | "not-found">;
  replaceUser(userId: string, fields: UserFields): Promise<User | "not-found" | "email-taken">;
  deleteUser(userId: string): Promise<"deleted" | "not-found">;
}

/** The store takes no more for a moment: throttled, or too many writers at one entry. Trying again later helps. */
export class StoreBusyError extends Error {
  override readonly name = "StoreBusyError";
  readonly code = "store-busy";
  readonly retryAfterSeconds = 1;

  constructor(cause?: unknown) {
    super("the store is busy", { cause });
  }
}

/** Seconds for which an idempotency key is kept. */
export const IDEMPOTENCY_TTL_SECONDS = 24 * 60 * 60;

/** The form in which e-mail addresses are compared: one person has one, however it is spelled. */
export function emailKey(email: string): string {
  return email.normalize("NFC").toLowerCase();
}

/** One page out of `limit + 1` entries that were asked for: the extra one only tells that there are more. */
export function toPage<Entry extends { readonly id: string }>(
  found: readonly Entry[],
  limit: number,
): Page<Entry> {
  const entries = found.slice(0, limit);
  const last = entries.at(-1);
  return found.length > limit && last ? { entries, next: last.id } : { entries };
}
