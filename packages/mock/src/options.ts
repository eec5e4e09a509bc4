/** Answers one operation instead of its example or sample. `Reply` has one call signature per declared status. */
export type MockOverride<Input, Reply extends (...answer: never) => unknown> = (
  input: Input,
  context: MockContext<Reply>,
) => ReturnType<Reply> | Promise<ReturnType<Reply>>;

export interface MockContext<Reply extends (...answer: never) => unknown> {
  /** Makes the answer; its types are the contract's. */
  readonly reply: Reply;
  /** Breaks the connection instead of answering: `fetch` rejects. */
  readonly fail: () => ReturnType<Reply>;
  /** The request as it was sent. Its body has been read; `input` holds it. */
  readonly request: Request;
}

export interface MockOptions {
  /** Only requests to this origin, below this path, are answered. Left out: any origin, no path before the contract's. */
  readonly baseUrl?: string;
  /** Answers are the same for the same seed. 1 by default. */
  readonly seed?: number;
  /** What answers when nothing overrides: the contract's example where it has one, or always a sample. `example` by default. */
  readonly prefer?: "example" | "sample";
  /** True leaves operations without an override to the handlers behind this one: for `server.use(…)`. */
  readonly onlyOverridden?: boolean;
  /**
   * Scopes that a request's credentials carry. Left out: credentials have to be there, and may do everything.
   */
  readonly scopes?: (request: Request) => readonly string[];
  /** Told why a request was refused, or an answer was wrong, and where the contract says so. `console.warn` by default. */
  readonly report?: (message: string) => void;
}
