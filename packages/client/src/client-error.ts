import type { ResponseHeaders } from "./operation.js";

/** Which kind of failure it was: the same in every copy of this package, unlike `instanceof`. */
export type ClientErrorCode =
  | "ApiError"
  | "UnexpectedResponseError"
  | "NetworkError"
  | "TimeoutError"
  | "RequestError";

/** Everything that a method throws by itself. A call that is aborted rejects with its signal's reason instead. */
export abstract class ClientError extends Error {
  abstract override readonly name: ClientErrorCode;
  declare readonly operationId: string;
  /** Of the answer, when there was one. */
  declare readonly status?: number;
  declare readonly headers?: ResponseHeaders;

  /** `facts` become fields. */
  constructor(operationId: string, message: string, facts: object) {
    super(`${operationId}: ${message}`);
    Object.assign(this, { operationId }, facts);
  }

  /** The name of the class, for programs to branch on. */
  get code(): ClientErrorCode {
    return this.name;
  }
}

/** What an API answered. */
export interface Answer {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: unknown;
}

/** `orThrow` got an answer that is not a success. */
export class ApiError extends ClientError implements Answer {
  override readonly name: ClientErrorCode = "ApiError";
  declare readonly status: number;
  declare readonly headers: ResponseHeaders;
  /** As the contract declares it for this status: usually a Problem. */
  declare readonly body: unknown;
  /** Of the Problem: what to tell the people who run the API. */
  declare readonly requestId: string | undefined;

  constructor(operationId: string, answer: Answer) {
    const { title = "", requestId } = Object(answer.body);
    super(operationId, `${answer.status} ${title}`, { requestId, ...answer });
  }
}

/** The answer is none that the contract declares: another status, another media type, broken JSON. */
export class UnexpectedResponseError extends ApiError {
  override readonly name = "UnexpectedResponseError";
}

/** No answer arrived, or not all of it. `cause` is what `fetch` threw. */
export class NetworkError extends ClientError {
  override readonly name = "NetworkError";
  /** How often the request was sent. */
  declare readonly attempts: number;
}

/** The call took longer than `timeoutMs`. */
export class TimeoutError extends ClientError {
  override readonly name = "TimeoutError";
  declare readonly timeoutMs: number;
}

/** The input cannot be sent: a path parameter that is missing, empty, `.` or `..` would reach another path. */
export class RequestError extends ClientError {
  override readonly name = "RequestError";
  /** The parameter at fault. */
  declare readonly parameter: string;
}
