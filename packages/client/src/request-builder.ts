import type { HttpMethod } from "@gatewright/contract";
import type { Client } from "openapi-fetch";

type Values = Readonly<Record<string, unknown>>;
/** What openapi-fetch is told about the API: that any path takes anything. The real types are in generated code. */
export type AnyPaths = Record<string, Record<Lowercase<HttpMethod>, AnyOperation>>;
interface AnyOperation {
  readonly parameters: {
    readonly path?: Values | undefined;
    readonly query?: Values | undefined;
    readonly header?: Values | undefined;
  };
  readonly requestBody?: { readonly content: { readonly "application/json": unknown } };
  readonly responses: object;
}

/** An openapi-fetch client that makes requests and leaves the answers to us. */
export type RequestBuilder = Record<HttpMethod, Client<AnyPaths>["GET"]>;
