/** What the inspector shows of one request: never a body, a query, a header or a token. */
export interface RequestRecord {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** The resource that answered, for example `/messages/{messageId}`; null when none did. */
  readonly resource: string | null;
  readonly status: number;
  readonly durationMs: number;
  readonly functionName: string | null;
  readonly authorizer: AuthorizerRecord | null;
  /** Type of the gateway response, when the gateway answered itself. */
  readonly gatewayResponse: string | null;
  /** Why the gateway answered itself, for the person at the keyboard. */
  readonly note: string | null;
  /** What the functions wrote to the console meanwhile. */
  readonly logs: readonly string[];
}

export interface AuthorizerRecord {
  readonly functionName: string;
  readonly decision: "allowed" | "refused";
  readonly isCached: boolean;
}

const MAX_RECORDS = 200;

/** The last requests, newest first. */
export class RequestLog {
  readonly #records: RequestRecord[] = [];
  #next = 0;

  add(record: RequestRecord): void {
    this.#records[this.#next] = record;
    this.#next = (this.#next + 1) % MAX_RECORDS;
  }

  latest(): readonly RequestRecord[] {
    const newest = this.#records.slice(0, this.#next).reverse();
    const oldest = this.#records.slice(this.#next).reverse();
    return [...newest, ...oldest];
  }
}
