import type { AuthorizerResult } from "./authorizer-policy.js";

interface Entry {
  readonly result: AuthorizerResult;
  readonly expiresAt: number;
}

/** Entries that are kept before the oldest are dropped. */
const MAX_ENTRIES = 1_000;

/** Keeps the answers of authorizers per identity, for all methods of the stage, as API Gateway does. */
export class AuthorizerCache {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  get(key: string): AuthorizerResult | null {
    const entry = this.#entries.get(key);
    if (entry === undefined) return null;
    if (entry.expiresAt > this.#now()) return entry.result;
    this.#entries.delete(key);
    return null;
  }

  set(key: string, result: AuthorizerResult, ttlSeconds: number): void {
    if (ttlSeconds === 0) return;
    const [oldest] = this.#entries.keys();
    if (this.#entries.size >= MAX_ENTRIES && oldest !== undefined) this.#entries.delete(oldest);
    this.#entries.set(key, { result, expiresAt: this.#now() + ttlSeconds * 1_000 });
  }
}
