import { createHash } from "node:crypto";
import { DatabaseError } from "./database-error.js";
import type { Members } from "./dynalite-modules.js";

/** How long a token makes a transaction idempotent. Source: API reference, TransactWriteItems. */
const LIFETIME_MS = 10 * 60 * 1_000;

interface Entry {
  readonly digest: string;
  readonly expiresAt: number;
}

/** Remembers `ClientRequestToken`s, so that a transaction that is sent again is not carried out again. */
export class WriteTokens {
  readonly #entries = new Map<string, Entry>();

  isRepeat(token: unknown, input: Members): boolean {
    this.#forgetOld();
    const entry = typeof token === "string" ? this.#entries.get(token) : undefined;
    if (entry === undefined) return false;
    if (entry.digest === digestOf(input)) return true;
    throw new DatabaseError(
      "IdempotentParameterMismatchException",
      "The token was used with another request",
    );
  }

  remember(token: unknown, input: Members): void {
    if (typeof token !== "string") return;
    this.#entries.set(token, { digest: digestOf(input), expiresAt: Date.now() + LIFETIME_MS });
  }

  #forgetOld(): void {
    const now = Date.now();
    for (const [token, { expiresAt }] of this.#entries) {
      // Insertion order is order of expiry.
      if (expiresAt > now) return;
      this.#entries.delete(token);
    }
  }
}

function digestOf(input: Members): string {
  return createHash("sha256").update(JSON.stringify(input.TransactItems)).digest("base64");
}
