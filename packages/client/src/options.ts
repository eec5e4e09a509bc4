/** A secret, or what fetches it anew for every call. `undefined` sends the call without it. */
export type Credential = string | (() => string | undefined | Promise<string | undefined>);

/** When a call is sent again. Only idempotent methods and requests with an `Idempotency-Key` ever are. */
export interface RetryOptions {
  /** How often a request is sent at most, the first time included. 3 by default; 1 never repeats. */
  readonly attempts?: number;
  /** Longest wait, `Retry-After` included: a server that asks for more gets no second attempt. 5,000 by default. */
  readonly maxDelayMs?: number;
}

/** What one call can decide differently from its client. */
export interface CallOptions {
  /** Ends the call; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds that a call may take, waits and further attempts included. 30,000 by default. */
  readonly timeoutMs?: number;
  readonly retry?: RetryOptions;
  /** Sent beside the headers that the contract declares; a call's are added to the client's. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as `Authorization: Bearer …`, only to operations whose security asks for it. */
  readonly bearer?: Credential;
  /** Sent where the contract puts it; one for all `apiKey` schemes, or one per scheme name. */
  readonly apiKey?: Credential | Readonly<Record<string, Credential>>;
  /** `user:password` as `Authorization: Basic …`, only to operations whose security asks for it. */
  readonly basic?: Credential;
}

/** How a client reaches its API. */
export interface ClientOptions extends CallOptions {
  /** What every path is appended to, for example `https://api.example.com/v1`. */
  readonly baseUrl: string;
  /** Used instead of the global `fetch`, which is looked up at each call. */
  readonly fetch?: (request: Request) => Promise<Response>;
}
