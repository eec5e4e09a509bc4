/** The one line that every request leaves: never a body, a token or a header's value. */
export interface RequestLog {
  readonly level: "info" | "error";
  /** Null when no operation fits the request. */
  readonly operationId: string | null;
  readonly method: string;
  /** The path template; null when no operation fits the request. */
  readonly path: string | null;
  readonly requestId: string;
  readonly status: number;
  /** Milliseconds from event to answer. */
  readonly durationMs: number;
  readonly error?: LoggedError;
}

/** An error that became a 500, down to its first cause. */
export interface LoggedError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/** Writes a line of known beginning as JSON to standard output, where CloudWatch Logs finds it. */
export function writeInfo(
  prefix: string,
  requestId: string,
  status: number,
  durationMs: number,
): void {
  console.log(
    `{"level":"info",${prefix},"requestId":${JSON.stringify(requestId)},"status":${status},"durationMs":${durationMs}}`,
  );
}

/** Writes a line as JSON to standard output. */
export function writeLog(line: RequestLog): void {
  console.log(JSON.stringify(line));
}

/** What was thrown, whatever it was. */
export function describeThrown(thrown: unknown, depth = 0): LoggedError {
  if (!(thrown instanceof Error)) {
    return { name: "NonError", message: `a ${typeof thrown} was thrown` };
  }
  const { name, message, stack, cause } = thrown;
  return {
    name,
    message,
    ...(stack !== undefined && { stack }),
    ...(cause !== undefined && depth < 5 && { cause: describeThrown(cause, depth + 1) }),
  };
}
