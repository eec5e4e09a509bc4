import type { RequestParts } from "@gatewright/contract";
import type { Caller } from "../handler.js";

/** How an answer has to be written for the source of an event. */
export type ResultFormat = "rest" | "http" | "balancer" | "balancer-multi";

/**
 * A request as its event says it. `RequestParts` are read when they are asked for: an operation that declares no
 * header never pays for lower-casing the headers.
 */
export interface GatewayRequest extends RequestParts {
  readonly format: ResultFormat;
  readonly method: string;
  /** `GET /messages/{id}`: set by an HTTP API, which routes by it; null elsewhere. */
  readonly routeKey: string | null;
  /** The path template by which the gateway routed, such as `/messages/{id}` or `/{proxy+}`; null when it did not route. */
  readonly template: string | null;
  /** The path behind stage and base path, as the event has it. */
  readonly rawPath: string;
  /** True when `rawPath` and path variables are percent-encoded still. */
  readonly isPathEncoded: boolean;
  /** Path variables by the names of `template`, as the event has them. */
  readonly rawVariables: Readonly<Record<string, string | undefined>>;
  /** Decoded path parameters by the names of the operation; set by whoever finds the operation. */
  path: Readonly<Record<string, string | undefined>>;
  readonly requestId: string | undefined;
  /** Who calls, as an authorizer has established it; null when the event carries no authorizer context. */
  readonly caller: Caller | null;
  /** True when the gateway has checked an API key for this method. */
  readonly hasApiKey: boolean;
  /** The first value of a header, by lower-case name. */
  header(name: string): string | undefined;
}

/** What a gateway sends where it has nothing to say. */
export const NOTHING: Readonly<Record<string, never>> = Object.freeze({});
