/** Objects that OpenAPI 3.0 and 3.1 define, each with the fields it may have. */
export type NodeKind =
  | "document"
  | "info"
  | "contact"
  | "license"
  | "server"
  | "serverVariable"
  | "components"
  | "pathItem"
  | "operation"
  | "externalDocs"
  | "parameter"
  | "requestBody"
  | "mediaType"
  | "encoding"
  | "response"
  | "callback"
  | "example"
  | "link"
  | "header"
  | "tag"
  | "schema"
  | "discriminator"
  | "xml"
  | "securityScheme"
  | "oauthFlows"
  | "oauthFlow"
  | "paths"
  | "responses";

/** What stands in a field. `data` is left alone: examples, defaults, extensions. */
export type Shape =
  | "string"
  | "boolean"
  | "number"
  | "integer"
  | "data"
  | { readonly node: NodeKind }
  | { readonly list: Shape }
  | { readonly map: Shape }
  /** One of several; which one is told by the JSON type of the value. */
  | { readonly oneOf: readonly Shape[] };

export interface NodeShape {
  /** As a reader calls it: "a response". */
  readonly noun: string;
  readonly fields: Readonly<Record<string, Shape>>;
  /** Fields without which the object means nothing. */
  readonly required?: readonly string[];
  /** Fields that OpenAPI 3.0 does not have. */
  readonly since31?: readonly string[];
  /** Shape of every field that `fields` does not name, `x-*` apart. */
  readonly others?: Shape;
}
