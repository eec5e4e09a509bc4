import type { NewMessage } from "../api.js";

/** Characters that the contract allows; a test asks the mocks whether it still does. */
export const AUTHOR_MAX_LENGTH = 64;
export const TEXT_MAX_LENGTH = 1000;

/** One attempt to post: the words, and the key under which they are written at most once. */
export interface Attempt {
  readonly words: NewMessage;
  readonly idempotencyKey: string;
}

/**
 * The attempt for some words. The same words after an attempt without an answer keep its key, so that
 * they are never posted twice; other words get a new key.
 */
export function nextAttempt(words: NewMessage, last: Attempt | null): Attempt {
  return last && last.words.author === words.author && last.words.text === words.text
    ? last
    : { words, idempotencyKey: newKey() };
}

/** Length as the contract counts it: characters outside the basic plane, such as most emoji, are one. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** 128 random bits in hexadecimal. `crypto.randomUUID` exists on secure origins only. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
