import type { HttpMethod } from "@gatewright/contract";
import createFetchClient, { type Client } from "openapi-fetch";
import { fillPath } from "./fill-path.js";
import type { CallRequest, ClientOperation } from "./operation.js";
import type { CallOptions, ClientOptions } from "./options.js";

/** What openapi-fetch is told about the API: that any path takes anything. The real types are in generated code. */
type AnyPaths = Record<string, Record<Lowercase<HttpMethod>, AnyOperation>>;
interface AnyOperation {
  readonly parameters: {
    readonly query?: Readonly<Record<string, unknown>>;
    readonly header?: Readonly<Record<string, unknown>> | undefined;
  };
  readonly requestBody?: { readonly content: { readonly "application/json": unknown } };
  readonly responses: object;
}

/** An openapi-fetch client that makes requests and leaves the answers to us. */
export type RequestBuilder = Client<AnyPaths>;

/** Settings that hold for every request of a client. */
export function createRequestBuilder({ baseUrl }: ClientOptions): RequestBuilder {
  return createFetchClient<AnyPaths>({
    baseUrl,
    querySerializer: { object: { style: "form", explode: true } },
  });
}

/** The `Request` of one call. Rejects with a `RequestError`, or with what a credential function throws. */
export async function buildRequest(
  builder: RequestBuilder,
  id: string,
  operation: ClientOperation,
  input: CallRequest,
  options: CallOptions,
  signal: AbortSignal,
): Promise<Request> {
  const headers = { ...options.headers };
  const query = { ...input.query };
  for (const write of operation.security ?? []) {
    await write(options, { headers, query });
  }
  const encoded = operation.encode?.({ ...input, query });
  const written = input.body === undefined ? undefined : operation.body?.(input.body);
  if (written?.mediaType) {
    headers["content-type"] = written.mediaType;
  }
  return new Promise((resolve, reject) => {
    builder
      .request(
        // The method's name is a declared one, whatever its case; openapi-fetch writes it in upper case again.
        operation.method.toLowerCase() as Lowercase<HttpMethod>,
        encoded?.path ?? fillPath(id, operation.path, input.path),
        {
          params: { query, header: encoded?.headers ?? input.headers },
          ...(encoded && { querySerializer: () => encoded.query }),
          ...(written && { bodySerializer: () => written.content }),
          body: input.body,
          headers,
          ...(operation.redirect && { redirect: operation.redirect }),
          signal,
          parseAs: "stream",
          fetch: async (request: Request) => {
            resolve(request);
            return new Response();
          },
        },
      )
      .catch(reject);
  });
}
