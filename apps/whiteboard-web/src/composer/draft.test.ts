import { describe, expect, it } from "vitest";
import { lengthOf, nextAttempt } from "./draft.js";

const words = { author: "Ada", text: "Hello" };

describe("nextAttempt", () => {
  it("keeps the key while the words stay the same", () => {
    const first = nextAttempt(words, null);
    expect(nextAttempt({ ...words }, first).idempotencyKey).toBe(first.idempotencyKey);
  });

  it("takes a new key for other words", () => {
    const first = nextAttempt(words, null);
    expect(nextAttempt({ ...words, text: "Hi" }, first).idempotencyKey).not.toBe(
      first.idempotencyKey,
    );
    expect(nextAttempt({ ...words, author: "Eve" }, first).idempotencyKey).not.toBe(
      first.idempotencyKey,
    );
  });

  it("takes a new key after a post, also for the same words", () => {
    expect(nextAttempt(words, null)).not.toEqual(nextAttempt(words, null));
  });
});

it("counts an emoji as one character", () => {
  expect(lengthOf("a🎉")).toBe(2);
});
