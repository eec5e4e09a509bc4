import type { HttpMethod, MediaTypeKind, ParameterLocation, ParameterStyle } from "./contract.js";
import type { Json } from "./json.js";

/**
 * What server, mocks and SDK need of an operation at run time, as plain data: the rows of the
 * generated `operations` table. Fields that hold the usual value are left out, so rows stay short.
 */
export interface OperationRow {
  readonly id: string;
  readonly method: HttpMethod;
  readonly path: string;
  /** Path parameters come first, in template order. */
  readonly parameters?: readonly ParameterRow[];
  readonly body?: RequestBodyRow;
  /** Keyed by `200`, `4XX` or `default`. */
  readonly responses: Readonly<Record<string, ResponseRow>>;
  /** Alternatives; any one suffices. Left out when everybody may call the operation. An empty alternative needs nothing. */
  readonly security?: readonly SecurityRow[];
  /** Schemes of `security` that are API keys in `x-api-key`, which a REST API checks by itself. Left out when there are none. */
  readonly apiKeys?: readonly string[];
}

/** Scheme name → scopes that the caller needs. All schemes of a row are needed together. */
export type SecurityRow = Readonly<Record<string, readonly string[]>>;

export interface ParameterRow {
  readonly in: ParameterLocation;
  /** As the contract spells it; that of a greedy variable is without `+`. Header parameters appear in decoded input under `name.toLowerCase()`. */
  readonly name: string;
  readonly required?: true;
  /** Left out when it is the location's default: `simple` in path and header, `form` in query and cookie. */
  readonly style?: ParameterStyle;
  /** Left out when it is the style's default: true for `form` (and `deepObject`), false for the rest. */
  readonly explode?: boolean;
  readonly allowReserved?: true;
  readonly value: ValueShape;
  /** Media type of a `content` parameter; its text is a JSON document when the media type is JSON. */
  readonly mediaType?: string;
  /** Used when the caller leaves the parameter out. */
  readonly default?: Json;
}

/**
 * What text can become, taken from a schema: enough to decode `"3"` to `3` and `"a,b"` to a list.
 * `any` keeps the text. A list of primitive names means "the first that fits", in the order integer,
 * number, boolean, null, string.
 */
export type ValueShape = PrimitiveShape | ArrayShape | ObjectShape;
export type PrimitiveName = "string" | "integer" | "number" | "boolean" | "null" | "any";
export type PrimitiveShape = PrimitiveName | readonly PrimitiveName[];
export interface ArrayShape {
  readonly items: ValueShape;
}
export interface ObjectShape {
  readonly properties: Readonly<Record<string, ValueShape>>;
  /** Shape of undeclared properties; left out when they are kept as text. */
  readonly additional?: ValueShape;
}

export interface RequestBodyRow {
  readonly required?: true;
  readonly content: readonly MediaTypeRow[];
}

export interface MediaTypeRow {
  readonly mediaType: string;
  readonly kind: MediaTypeKind;
  /** Fields of a form or multipart body, when it has a schema. */
  readonly fields?: Readonly<Record<string, FormFieldRow>>;
}

export interface FormFieldRow {
  readonly value: ValueShape;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  /** Media type of a multipart part, or of a property that is a JSON document. */
  readonly contentType?: string;
  /** True when the part's bytes are the value (a file). */
  readonly isBinary?: true;
}

export interface ResponseRow {
  readonly content?: readonly MediaTypeRow[];
  /** Declared headers, lower-cased. */
  readonly headers?: Readonly<Record<string, ResponseHeaderRow>>;
}

export interface ResponseHeaderRow {
  readonly required?: true;
  readonly value: ValueShape;
  readonly explode?: true;
}
