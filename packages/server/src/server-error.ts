/** Operations of the contract have no function in `handlers`. */
export class MissingHandlerError extends TypeError {
  override readonly name = "MissingHandlerError";
  readonly operations: readonly string[];
  constructor(operations: readonly string[]) {
    super(`handlers has no function for ${operations.join(", ")}`);
    this.operations = operations;
  }
}

/** `api` lacks parts that its operations cannot do without; generated code names them. */
export class MissingPartError extends TypeError {
  override readonly name = "MissingPartError";
  readonly parts: readonly string[];
  constructor(parts: readonly string[]) {
    super(`api needs ${parts.join(", ")} for its operations`);
    this.parts = parts;
  }
}

/** A handler returned something that its `reply` has not made. */
export class MissingReplyError extends TypeError {
  override readonly name = "MissingReplyError";
  readonly operationId: string;
  constructor(operationId: string) {
    super(`the handler of ${operationId} returned something else than what reply(…) gave it`);
    this.operationId = operationId;
  }
}

/** A handler gave `reply` a header that HTTP cannot carry: a line break in it would start another header. */
export class ReplyHeaderError extends TypeError {
  override readonly name = "ReplyHeaderError";
  readonly operationId: string;
  /** The header's name; its value may be anybody's text. */
  readonly header: string;
  constructor(operationId: string, header: string) {
    super(`${operationId} answered with a header that cannot be sent: ${JSON.stringify(header)}`);
    this.operationId = operationId;
    this.header = header;
  }
}

/** The function was called by something that it does not serve. */
export class UnsupportedEventError extends TypeError {
  override readonly name = "UnsupportedEventError";
  /** The event's own fields. */
  readonly keys: readonly string[];
  constructor(event: unknown) {
    const keys = Object.keys(Object(event));
    super(
      `the event was not routed by a REST API or an HTTP API; function URLs, load balancers, {proxy+} and $default need routing: byPath. The event has ${keys.join(", ") || "no keys"}`,
    );
    this.keys = keys;
  }
}
