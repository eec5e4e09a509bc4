/** One complaint, in the form that ajv's standalone code reports it. */
export interface ValidationError {
  readonly keyword: string;
  /** JSON Pointer into the value that was checked; empty for the value itself. */
  readonly instancePath: string;
  /** Generated validators leave it out: nothing reads it, and it would be a third of their size. */
  readonly schemaPath?: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** A precompiled check. After it has answered `false`, `errors` lists everything that is wrong. It never changes the value. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

/**
 * Checks for one operation's request. `parameters` takes `{ path, query, headers, cookies }` as decoded
 * (groups that declare nothing are left out); `body` is keyed by media type as the contract writes it.
 */
export interface RequestValidators {
  readonly parameters?: Validator;
  readonly body?: Readonly<Record<string, Validator>>;
}

/** Checks for one operation's responses, keyed by `200`, `4XX` or `default`. Header names are lower-cased. */
export type ResponseValidators = Readonly<
  Record<
    string,
    { readonly headers?: Validator; readonly body?: Readonly<Record<string, Validator>> }
  >
>;

/** Keyed by operation identifier. An operation with nothing to check is left out. */
export type RequestValidatorTable = Readonly<Record<string, RequestValidators>>;
export type ResponseValidatorTable = Readonly<Record<string, ResponseValidators>>;
