/** What `reply` makes: an answer before it is checked and written. */
export class Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>> | undefined;

  constructor(
    status: number,
    body: unknown,
    headers: Readonly<Record<string, unknown>> | undefined,
  ) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** The `reply` of every operation: what the declared statuses take is a matter of its types. */
export function reply(
  status: number,
  body?: unknown,
  headers?: Readonly<Record<string, unknown>>,
): Answer {
  return new Answer(status, body, headers);
}
