import type { HttpMethod } from "@gatewright/contract";
import type { CallOptions } from "./options.js";

/** The SDK method of an operation that needs input: resolves with a declared answer, whatever its status. */
export interface Method<Input, Outcome, Success> {
  (request: Input, options?: CallOptions): Promise<Outcome>;
  /** The body of a 2xx answer; throws an `ApiError` for any other. */
  orThrow(request: Input, options?: CallOptions): Promise<Success>;
}

/** The SDK method of an operation that can be called with nothing. */
export interface OptionalMethod<Input, Outcome, Success> {
  (request?: Input, options?: CallOptions): Promise<Outcome>;
  /** The body of a 2xx answer; throws an `ApiError` for any other. */
  orThrow(request?: Input, options?: CallOptions): Promise<Success>;
}

/** What an operation without parameters and body takes. */
export interface EmptyRequest {
  readonly [group: string]: never;
}

/** What a call hands over, before the types of its operation narrow it. */
export interface CallRequest {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly cookies?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Header names are lower-case. */
export interface ResponseHeaders {
  readonly [name: string]: string | undefined;
}

/**
 * How the body of an answer becomes a value: `json` is parsed; any other body has a function: `readNothing`,
 * `readText`, `readBlob`, `readForm`, `byMediaType(…)`.
 */
export type BodyReader = "json" | ((response: Response) => Promise<ReadBody | undefined>);
/** A body that was read; a reader gives `undefined` for one that is not as declared. */
export interface ReadBody {
  readonly body: unknown;
}

/** How a value becomes a request body, and the `Content-Type` to send with it; none for `FormData`. */
export type BodyWriter = (body: unknown) => {
  readonly content: BodyInit | null | undefined;
  readonly mediaType?: string;
};

/** What replaces the usual way to write a request; what is left out is written as usual. */
export interface WrittenRequest {
  /** With every variable filled. */
  readonly path?: string;
  /** Without `?`. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: BodyInit | null | undefined;
  /** The `Content-Type` of the body; null where the platform writes it. */
  readonly type?: string | null;
  readonly redirect?: "manual";
}

/** Writes the request of an operation that needs more than the usual; see `writeRequest`. */
export type RequestWriter = (input: CallRequest, template: string) => WrittenRequest;

/** Adds the caller's credentials to a request; gives it back as it is when the caller has none. */
export type CredentialWriter = (input: CallRequest, options: CallOptions) => Promise<CallRequest>;

/**
 * One generated operation: what a call needs, and nothing that the usual case can leave out.
 * `Call` is the type of its method.
 */
export interface ClientOperation<Call = unknown> {
  /** The operationId, where it differs from the name of the method. */
  readonly id?: string;
  readonly method: HttpMethod;
  readonly path: string;
  /** Every declared answer, keyed by `200`, `4XX` or `default`. */
  readonly responses: Readonly<Record<string, BodyReader>>;
  /**
   * Left out for the usual request: a JSON body or none; parameters in default style, plain names, primitives,
   * and in path and query lists of them; no cookies.
   */
  readonly write?: RequestWriter;
  /** `bearer`, `basic`, `apiKey(…)`, or `credentials(…)` of several. */
  readonly security?: CredentialWriter;
  /** Carries a type only; never set. */
  readonly call?: Call;
}

/** Operations by the name of their method. */
export type OperationTable = Readonly<Record<string, ClientOperation>>;

/** The client of some picked operations. */
export type PickedClient<Picked extends OperationTable> = {
  readonly [Name in keyof Picked]: Picked[Name] extends ClientOperation<infer Call> ? Call : never;
};
