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
 * How the body of an answer becomes a value: the name of the `Response` method that reads it, `null` when the
 * contract declares none, or a function such as `byMediaType(…)`.
 */
export type BodyReader =
  | "json"
  | "text"
  | "blob"
  | "formData"
  | null
  | ((response: Response) => Promise<unknown>);

/** How a value becomes a request body, and the `Content-Type` to send with it; none for `FormData`. */
export type BodyWriter = (body: unknown) => {
  readonly content: BodyInit | null | undefined;
  readonly mediaType?: string;
};

/** Parameters as they go on the wire: a path with every placeholder filled, a query without `?`. */
export interface EncodedParameters {
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Writes parameters by style and explode, for the operations that use more than the defaults. */
export type ParameterEncoder = (request: CallRequest) => EncodedParameters;

/** Parts of a request that a credential can be put on. */
export interface CredentialTarget {
  readonly headers: Record<string, string>;
  readonly query: Record<string, unknown>;
}

/** Puts the caller's credential on a request; does nothing when the caller has none. */
export type CredentialWriter = (options: CallOptions, target: CredentialTarget) => Promise<void>;

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
  /** Left out for `application/json` and for no body. */
  readonly body?: BodyWriter;
  /** Left out when all parameters are plain: primitives, and in path and query arrays, in default style. */
  readonly encode?: ParameterEncoder;
  /** One for every scheme that the operation's security names. */
  readonly security?: readonly CredentialWriter[];
  /** `manual` when the operation declares a redirect as its answer. */
  readonly redirect?: "manual";
  /** Carries a type only; never set. */
  readonly call?: Call;
}

/** Operations by the name of their method. */
export type OperationTable = Readonly<Record<string, ClientOperation>>;

/** The client of some picked operations. */
export type PickedClient<Picked extends OperationTable> = {
  readonly [Name in keyof Picked]: Picked[Name] extends ClientOperation<infer Call> ? Call : never;
};
