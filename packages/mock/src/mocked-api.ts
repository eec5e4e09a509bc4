import type {
  Json,
  OperationRow,
  RequestValidatorTable,
  ResponseValidatorTable,
  Schema,
  SecuritySchemeType,
} from "@gatewright/contract";

/** What the mocks of one API are made from. Generated; tables are keyed by operation identifier. */
export interface MockedApi {
  /** The API's slug: starts every message that the mocks print. */
  readonly name: string;
  readonly operations: Readonly<Record<string, OperationRow>>;
  readonly requestValidators: RequestValidatorTable;
  readonly responseValidators: ResponseValidatorTable;
  /** What the operations can answer, keyed by identifier and then by `200`, `4XX` or `default`, in document order. */
  readonly responses: Readonly<Record<string, MockedResponses>>;
  /** Target of every `#/components/schemas/NAME` in the schemas above. */
  readonly schemas: Readonly<Record<string, Schema>>;
  /** Left out when no operation needs credentials. */
  readonly securitySchemes?: Readonly<Record<string, SecuritySchemeType>>;
  /** Where each operation is written, for example `openapi/paths/messages.yaml:14`. */
  readonly sources?: Readonly<Record<string, string>>;
}

export type MockedResponses = Readonly<Record<string, MockedResponse>>;

export interface MockedResponse {
  /** Keyed by lower-case name. */
  readonly headers?: Readonly<Record<string, MockedHeader>>;
  /** Keyed by media type as the contract writes it. Left out for an answer without a body. */
  readonly content?: Readonly<Record<string, MockedContent>>;
}

export interface MockedHeader {
  readonly required?: true;
  readonly schema: Schema;
}

export interface MockedContent {
  readonly schema?: Schema;
  /** Examples of the media type, in document order; the first that keeps the contract is answered. */
  readonly examples?: readonly Json[];
}
