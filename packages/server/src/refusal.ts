/** Why a request gets no handler: the Problem that says so, and headers that go with it. */
export interface Refusal {
  /** 204 for a preflight, which is answered without a body. */
  readonly status: number;
  readonly detail?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
