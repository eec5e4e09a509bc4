/** Who calls, as the authorizer has established it. */
export interface Caller {
  /** The token's subject. */
  readonly sub: string;
  readonly scopes: readonly string[];
}

/** What every handler gets beside its input, its `reply` and the services. */
export interface HandlerContext {
  readonly operationId: string;
  /** The gateway's id of the request: the one that Problems and the log line carry. */
  readonly requestId: string;
  /** Null when no authorizer has identified anybody: the operation is open, or an API key alone opens it. */
  readonly caller: Caller | null;
  /** The event as the function received it, for what the contract does not describe; null under `invoke`. */
  readonly event: unknown;
}

/**
 * The function for one operation: decoded and checked input in, an answer made with `reply` out.
 * `ReplyFunction` has one call signature per declared status.
 */
export type Handler<
  Input,
  ReplyFunction extends (...args: never[]) => unknown,
  Services extends object = object,
> = (
  input: Input,
  context: HandlerContext & Services & { readonly reply: ReplyFunction },
) => Promise<ReturnType<ReplyFunction>>;
