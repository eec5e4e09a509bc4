import type { RequestParts } from "@gatewright/contract";
import type { LambdaResult } from "../lambda-result.js";

/**
 * A request as its event says it. `RequestParts` are read when they are asked for: an operation that declares no
 * header never pays for lower-casing the headers.
 */
export interface GatewayRequest extends RequestParts {
  readonly event: unknown;
  readonly method: string;
  /** `GET /messages/{id}`: set by an HTTP API, which routes by it; null elsewhere. */
  readonly routeKey: string | null;
  /** The path template by which the gateway routed, such as `/messages/{id}` or `/{proxy+}`; null when it did not route. */
  readonly template: string | null;
  /** True when path variables are percent-encoded still. */
  readonly isPathEncoded: boolean;
  /** Path variables by the names of `template`, as the event has them. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Decoded path parameters by the names of the operation; set by whoever finds the operation. */
  path: Readonly<Record<string, string | undefined>>;
  readonly requestId: string | undefined;
  /** What an authorizer left in the event. */
  readonly authorizer: unknown;
  /** True when the gateway has checked an API key for this method. */
  readonly hasApiKey: boolean;
  /** The first value of a header, by lower-case name. */
  header(name: string): string | undefined;
  /** Puts an answer with cookies into the form that the event's source takes. */
  withCookies(result: LambdaResult, cookies: readonly string[]): LambdaResult;
  /** Set by sources that take answers in another form than API Gateway. */
  readonly toResult?: (result: LambdaResult) => LambdaResult;
}

/** What a gateway sends where it has nothing to say. */
export const NOTHING: Readonly<Record<string, never>> = Object.freeze({});
