import { decodePercent, type MultiMap, parseCookies } from "@gatewright/contract";
import { readCaller } from "./authorizer-context.js";
import { readBody } from "./event-body.js";
import { type GatewayRequest, type Identity, NOTHING } from "./gateway-request.js";

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
  readonly format = "rest";
  readonly routeKey = null;
  path: Values = NOTHING;
  readonly #event: RestEvent;
  #headers: MultiMap | undefined;

  constructor(event: RestEvent) {
    this.#event = event;
  }

  get method() {
    return this.#event.httpMethod;
  }

  get template() {
    return this.#event.resource ?? null;
  }

  get rawPath() {
    return this.#event.path ?? "/";
  }

  /** A REST API passes a path on as it was sent, an HTTP API decodes it. */
  get isPathEncoded() {
    return this.#event.version === undefined;
  }

  get rawVariables() {
    return this.#event.pathParameters ?? NOTHING;
  }

  get requestId() {
    return this.#event.requestContext?.requestId;
  }

  get identity(): Identity {
    const context = this.#event.requestContext;
    const key = context?.identity?.apiKeyId ?? context?.identity?.apiKey;
    return {
      caller: readCaller(context?.authorizer),
      hasApiKey: typeof key === "string" && key !== "",
    };
  }

  /** The gateway has decoded names and values. */
  get query(): MultiMap {
    const { multiValueQueryStringParameters: lists, queryStringParameters: values } = this.#event;
    return lists ?? (values ? toLists(values, (text) => text) : NOTHING);
  }

  /** Header names arrive as the client wrote them. */
  get headers(): MultiMap {
    this.#headers ??= toLists(
      this.#event.multiValueHeaders ?? this.#event.headers ?? NOTHING,
      (name) => name.toLowerCase(),
    );
    return this.#headers;
  }

  get cookies(): Values {
    const cookies = this.headers.cookie;
    return cookies ? parseCookies(cookies.join(";")) : NOTHING;
  }

  get contentType() {
    const headers = this.#event.headers;
    return headers?.["Content-Type"] ?? headers?.["content-type"] ?? this.header("content-type");
  }

  get body() {
    return readBody(this.#event.body, this.#event.isBase64Encoded);
  }

  header(name: string) {
    return this.headers[name]?.[0];
  }
}

/** `{ A: "1", b: ["2"] }` → `{ a: ["1"], b: ["2"] }`, without a prototype. */
export function toLists(
  values: Readonly<Record<string, string | readonly string[] | undefined>>,
  rename: (name: string) => string,
): MultiMap {
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

/** Path variables, decoded once where the source has not done it. */
export function decodeVariables(variables: Values, isEncoded: boolean): Values {
  if (isEncoded) {
    for (const name in variables) {
      if (variables[name]?.includes("%")) {
        return Object.fromEntries(
          Object.entries(variables).map(([key, value]) => [key, value && decodePercent(value)]),
        );
      }
    }
  }
  return variables;
}
