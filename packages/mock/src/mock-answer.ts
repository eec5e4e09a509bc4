/** What `reply` makes, before it is checked and written. Header names are lower-case. */
export class MockAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;

  constructor(status: number, body?: unknown, headers: Readonly<Record<string, unknown>> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** The `reply` of every operation: what it takes is a matter of its types. */
export function reply(
  status: number,
  body?: unknown,
  headers?: Readonly<Record<string, unknown>>,
): MockAnswer {
  return new MockAnswer(status, body, headers);
}

/** What `fail` makes: no answer at all. */
export const BROKEN_CONNECTION = Symbol("broken connection");
