import { type MultiMap, parseCookies } from "@gatewright/contract";
import type { LambdaResult } from "../lambda-result.js";
import { readBody } from "./event-body.js";
import { type GatewayRequest, NOTHING } from "./gateway-request.js";

type Values = Readonly<Record<string, string | undefined>>;

/** Payload format 1.0, as far as it is read. Source: API Gateway Developer Guide, "Input format of a Lambda function for proxy integration". */
export interface RestEvent {
  /** Only an HTTP API says `1.0`; a REST API says nothing. */
  readonly version?: string;
  readonly resource?: string;
  readonly path?: string;
  readonly httpMethod: string;
  readonly headers?: Values | null;
  readonly multiValueHeaders?: MultiMap | null;
  readonly queryStringParameters?: Values | null;
  readonly multiValueQueryStringParameters?: MultiMap | null;
  readonly pathParameters?: Values | null;
  readonly body?: string | null;
  readonly isBase64Encoded?: boolean;
  readonly requestContext?: {
    readonly requestId?: string;
    readonly authorizer?: unknown;
    readonly identity?: { readonly apiKey?: string | null; readonly apiKeyId?: string | null };
  } | null;
}

/** An event of a REST API, or of an HTTP API that was told to use payload format 1.0. */
export class RestRequest implements GatewayRequest {
  readonly event: RestEvent;
  readonly method: string;
  readonly routeKey = null;
  readonly template: string | null;
  readonly requestId: string | undefined;
  path: Values = NOTHING;
  #headers: Lists | undefined;

  constructor(event: RestEvent) {
    this.event = event;
    this.method = event.httpMethod;
    this.template = event.resource ?? null;
    this.requestId = event.requestContext?.requestId;
  }

  /** A REST API passes a path on as it was sent, an HTTP API decodes it. */
  get isPathEncoded() {
    return this.event.version === undefined;
  }

  get variables() {
    return this.event.pathParameters ?? NOTHING;
  }

  get authorizer() {
    return this.event.requestContext?.authorizer;
  }

  get hasApiKey() {
    const identity = this.event.requestContext?.identity;
    const key = identity?.apiKeyId ?? identity?.apiKey;
    return typeof key === "string" && key !== "";
  }

  /** The gateway has decoded names and values. */
  get query(): MultiMap {
    const { multiValueQueryStringParameters: lists, queryStringParameters: values } = this.event;
    return lists ?? values ?? NOTHING;
  }

  /** Header names arrive as the client wrote them. */
  get headers(): Lists {
    this.#headers ??= toLists(
      this.event.multiValueHeaders ?? this.event.headers ?? NOTHING,
      (name) => name.toLowerCase(),
    );
    return this.#headers;
  }

  get cookies(): Values {
    return this.headers.cookie ? parseCookies(this.headers.cookie.join(";")) : NOTHING;
  }

  get contentType() {
    return this.event.headers?.["Content-Type"] ?? this.header("content-type");
  }

  get body() {
    return readBody(this.event.body, this.event.isBase64Encoded);
  }

  /** Most clients write lower case; only for others are all names lower-cased. */
  header(name: string) {
    return this.event.headers?.[name] ?? this.headers[name]?.[0];
  }

  withCookies(result: LambdaResult, cookies: readonly string[]): LambdaResult {
    return { ...result, multiValueHeaders: { "set-cookie": cookies } };
  }
}

/** Values by name, always in lists. */
export type Lists = Readonly<Record<string, readonly string[] | undefined>>;

/** `{ A: "1", b: ["2"] }` → `{ a: ["1"], b: ["2"] }`, without a prototype. */
export function toLists(
  values: Readonly<Record<string, string | readonly string[] | undefined>>,
  rename: (name: string) => string,
): Lists {
  const lists: Record<string, string[]> = Object.create(null);
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null) {
      const key = rename(name);
      const list = lists[key] ?? [];
      lists[key] = list;
      list.push(...[value].flat());
    }
  }
  return lists;
}
