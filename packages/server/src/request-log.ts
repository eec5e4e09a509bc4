/** The one line that every request leaves: never a body, a token or a header's value. */
export interface RequestLog {
  readonly level: "info" | "error";
  readonly requestId: string;
  /** Null when no operation fits the request. */
  readonly operationId: string | null;
  readonly method: string;
  /** The path template; null when no operation fits the request. */
  readonly path: string | null;
  readonly status: number;
  /** Milliseconds from event to answer. */
  readonly durationMs: number;
  readonly error?: { readonly name: string; readonly message: string; readonly stack?: string };
}

/** Writes a line as JSON to standard output, where CloudWatch Logs finds it. */
export function writeLog(line: RequestLog): void {
  console.log(JSON.stringify(line));
}
