import type { ResponseHeaders } from "./operation.js";

/** Which kind of failure it was; the same for every copy of this package, unlike `instanceof`. */
export type ClientErrorCode = "API" | "UNEXPECTED_RESPONSE" | "NETWORK" | "TIMEOUT" | "REQUEST";

/** Everything that a method throws by itself. A call that is aborted rejects with its signal's reason instead. */
export class ClientError extends Error {
  readonly code: ClientErrorCode;
  readonly operationId: string;

  constructor(code: ClientErrorCode, operationId: string, message: string, cause?: unknown) {
    super(`${operationId}: ${message}`, { cause });
    this.code = code;
    this.operationId = operationId;
  }
}

/** What an answer was, for the errors that are one. */
export interface Answer {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: unknown;
}

/** `orThrow` got an answer that is not a success. */
export class ApiError extends ClientError {
  override name = "ApiError";
  readonly status: number;
  readonly headers: ResponseHeaders;
  /** As the contract declares it for this status: usually a Problem. */
  readonly body: unknown;
  /** From the Problem, or from the header that API Gateway adds. */
  readonly requestId: string | undefined;

  constructor(operationId: string, { status, headers, body }: Answer, reason?: string) {
    const problem: { title?: unknown; requestId?: unknown } = Object(body);
    super(
      reason ? "UNEXPECTED_RESPONSE" : "API",
      operationId,
      `status ${status} ${reason ?? problem.title ?? ""}`.trimEnd(),
    );
    this.status = status;
    this.headers = headers;
    this.body = body;
    const id = problem.requestId ?? headers["x-amzn-requestid"] ?? headers["apigw-requestid"];
    this.requestId = id === undefined ? id : String(id);
  }
}

/** The answer is not one that the contract declares: another status, another media type, broken JSON. */
export class UnexpectedResponseError extends ApiError {
  override name = "UnexpectedResponseError";
}

/** No answer arrived, or not all of it. `cause` is what `fetch` threw. */
export class NetworkError extends ClientError {
  override name = "NetworkError";
  /** How often the request was sent. */
  readonly attempts: number;

  constructor(operationId: string, attempts: number, cause: unknown) {
    super("NETWORK", operationId, "no answer", cause);
    this.attempts = attempts;
  }
}

/** The call took longer than `timeoutMs`. */
export class TimeoutError extends ClientError {
  override name = "TimeoutError";
  readonly timeoutMs: number;

  constructor(operationId: string, timeoutMs: number) {
    super("TIMEOUT", operationId, `no answer within ${timeoutMs} ms`);
    this.timeoutMs = timeoutMs;
  }
}

/** The input cannot be sent: a path parameter that is missing, empty, `.` or `..` would reach another path. */
export class RequestError extends ClientError {
  override name = "RequestError";
  /** The parameter at fault. */
  readonly parameter: string;

  constructor(operationId: string, parameter: string) {
    super("REQUEST", operationId, `path parameter "${parameter}" must not be empty, "." or ".."`);
    this.parameter = parameter;
  }
}
