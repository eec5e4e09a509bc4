import type { Json, JsonObject, Schema } from "./json.js";

/**
 * Where a node was written: `file#pointer`, for example
 * `openapi/paths/messages.yaml#/post/operationId`. The file is relative to the project root with
 * `/`; the pointer is RFC 6901, not percent-encoded. Line and column are found from it when they are printed.
 */
export type SourceRef = string;

/** Methods an OpenAPI path item can hold, as HTTP spells them. */
export type HttpMethod = "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";

/**
 * What one OpenAPI document says, resolved: parameters merged, references followed or hoisted, 3.0
 * schemas upgraded to JSON Schema 2020-12. Readonly, JSON-serialisable, in document order.
 *
 * The only references left are `#/components/schemas/NAME` inside schemas, where NAME is the `name`
 * of an entry of `schemas` (escaped as in RFC 6901). Everything else that was referenced has been copied to its place.
 */
export interface Contract {
  /** Grows when a reader of an older contract.json would misread this one. */
  readonly formatVersion: 1;
  /** The `openapi` field as written, for example `3.1.0`. */
  readonly openapi: string;
  readonly info: Info;
  readonly servers: readonly Server[];
  readonly tags: readonly Tag[];
  readonly operations: readonly Operation[];
  /** Requests that the API makes (OpenAPI 3.1 `webhooks`). `path` is the webhook's name. */
  readonly webhooks: readonly Operation[];
  readonly schemas: readonly NamedSchema[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** Root `x-*` fields. */
  readonly extensions: JsonObject;
  readonly at: SourceRef;
}

export interface Info {
  readonly title: string;
  readonly version: string;
  readonly summary?: string;
  readonly description?: string;
  readonly at: SourceRef;
}

export interface Server {
  /** A URL template; may be relative, may hold `{variables}`. */
  readonly url: string;
  readonly description?: string;
  readonly variables: readonly ServerVariable[];
  readonly at: SourceRef;
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly enum?: readonly string[];
}

export interface Tag {
  readonly name: string;
  readonly description?: string;
}

/** A schema that has a name: from `components.schemas`, or hoisted because something references it. */
export interface NamedSchema {
  /** The name as written, or a derived unique one. */
  readonly name: string;
  /** A PascalCase TypeScript identifier, unique in the contract and never the name of a DOM or language global. */
  readonly typeName: string;
  readonly schema: Schema;
  /** False for a schema that was hoisted from elsewhere in the document. */
  readonly isComponent: boolean;
  readonly at: SourceRef;
}

/** One method on one path. */
export interface Operation {
  /** The `operationId` as written, or a derived one that is stable and unique. */
  readonly id: string;
  /** False when the document gives none. */
  readonly hasOperationId: boolean;
  /** A camelCase TypeScript identifier, unique in the contract: the handler's and the SDK method's name. */
  readonly identifier: string;
  /** PascalCase prefix of every type of this operation, unique in the contract. */
  readonly typeName: string;
  readonly method: HttpMethod;
  /** The path template as written, for example `/messages/{messageId}`. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly isDeprecated: boolean;
  /** Those of the path item and of the operation, merged; path parameters in template order first. */
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | null;
  readonly responses: readonly Response[];
  readonly security: Security;
  /** Operation-level or path-level servers; empty when the root's apply. */
  readonly servers: readonly Server[];
  readonly callbacks: readonly Callback[];
  /** `x-*` fields of the operation. */
  readonly extensions: JsonObject;
  /** `x-*` fields of the path item. */
  readonly pathExtensions: JsonObject;
  readonly at: SourceRef;
  /** The path item's key: where a complaint about the path template points. */
  readonly pathAt: SourceRef;
}

/**
 * Who may call an operation. `alternatives`: any one of them suffices, and all schemes of one are
 * needed together; an empty alternative means that no credentials are needed.
 */
export type Security =
  /** Neither the operation nor the root says anything. */
  | { readonly kind: "unstated" }
  /** `security: []`: a statement that everybody may. */
  | { readonly kind: "open"; readonly at: SourceRef }
  | {
      readonly kind: "required";
      readonly alternatives: readonly SecurityRequirement[];
      /** True when the root's `security` applies. */
      readonly isInherited: boolean;
      readonly at: SourceRef;
    };

export interface SecurityRequirement {
  readonly schemes: readonly { readonly name: string; readonly scopes: readonly string[] }[];
  readonly at: SourceRef;
}

export interface SecurityScheme {
  readonly name: string;
  readonly description?: string;
  readonly type: SecuritySchemeType;
  readonly extensions: JsonObject;
  readonly at: SourceRef;
}

export type SecuritySchemeType =
  | { readonly kind: "apiKey"; readonly name: string; readonly in: "query" | "header" | "cookie" }
  /** `scheme` is lower-cased: names of HTTP authentication schemes are case-insensitive (RFC 9110). */
  | { readonly kind: "http"; readonly scheme: string; readonly bearerFormat?: string }
  | { readonly kind: "oauth2"; readonly flows: JsonObject }
  | { readonly kind: "openIdConnect"; readonly openIdConnectUrl: string }
  | { readonly kind: "mutualTLS" };

export type ParameterLocation = "path" | "query" | "header" | "cookie";

export type ParameterStyle =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject";

export interface Parameter {
  /** As written, but without the `+` of a greedy path variable; header names are compared without case. */
  readonly name: string;
  readonly in: ParameterLocation;
  /** Always true in a path. */
  readonly required: boolean;
  readonly description?: string;
  readonly isDeprecated: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  /** True for a greedy path variable as well (`{path+}`): slashes in its value are not encoded. */
  readonly allowReserved: boolean;
  readonly schema: Schema;
  /** Set when the parameter uses `content` instead of `schema`: the media type of its value. */
  readonly mediaType: string | null;
  readonly examples: readonly Example[];
  readonly extensions: JsonObject;
  readonly at: SourceRef;
}

export interface Example {
  /** Key in `examples`; empty for a single `example`. */
  readonly name: string;
  readonly value: Json;
  readonly at: SourceRef;
}

export interface RequestBody {
  readonly required: boolean;
  readonly description?: string;
  readonly content: readonly MediaType[];
  readonly at: SourceRef;
}

export interface MediaType {
  /** As written, for example `application/json`, `text/*`. */
  readonly mediaType: string;
  readonly kind: MediaTypeKind;
  /** Null when the media type object has no schema. */
  readonly schema: Schema | null;
  readonly encoding: readonly Encoding[];
  readonly examples: readonly Example[];
  readonly at: SourceRef;
}

/** How bytes of a media type become a value: `json` covers every `+json`, `binary` all that is nothing else. */
export type MediaTypeKind = "json" | "form" | "multipart" | "text" | "binary";

/** How one property of a form or multipart body is written. */
export interface Encoding {
  readonly property: string;
  readonly contentType?: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly headers: readonly ResponseHeader[];
}

export interface Response {
  /** `200`, a range such as `4XX`, or `default`. */
  readonly status: string;
  readonly description: string;
  readonly headers: readonly ResponseHeader[];
  readonly content: readonly MediaType[];
  readonly at: SourceRef;
}

export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  readonly description?: string;
  readonly explode: boolean;
  readonly schema: Schema;
  readonly mediaType: string | null;
  readonly at: SourceRef;
}

export interface Callback {
  readonly name: string;
  /** A runtime expression such as `{$request.body#/url}`. */
  readonly expression: string;
  readonly operations: readonly Operation[];
  readonly at: SourceRef;
}
