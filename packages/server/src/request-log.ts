import type { PreparedOperation } from "./prepared-operation.js";

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

/** Writes one request's line. */
export type WriteRequest = (
  operation: PreparedOperation | undefined,
  method: string,
  requestId: string,
  status: number,
  durationMs: number,
  error: LoggedError | undefined,
) => void;

/** Lines go to `log`, or as JSON to standard output, where CloudWatch Logs finds them; nowhere when `log` is null. */
export function createLog(
  log: ((line: RequestLog) => void) | null | undefined,
): WriteRequest | null {
  if (log === null) {
    return null;
  }
  const write = log ?? ((line: RequestLog) => console.log(JSON.stringify(line)));
  return (operation, method, requestId, status, durationMs, error) =>
    write({
      level: error ? "error" : "info",
      operationId: operation?.row.id ?? null,
      method,
      path: operation?.row.path ?? null,
      requestId,
      status,
      durationMs,
      ...(error && { error }),
    });
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
