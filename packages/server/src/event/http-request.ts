import { type MultiMap, parseCookies, parseQuery } from "@gatewright/contract";
import { readCaller } from "./authorizer-context.js";
import { readBody } from "./event-body.js";
import { type GatewayRequest, NOTHING } from "./gateway-request.js";

type Values = Readonly<Record<string, string | undefined>>;

/** Payload format 2.0, as far as it is read. Source: API Gateway Developer Guide, "Work with AWS Lambda proxy integrations for HTTP APIs". */
export interface HttpEvent {
  readonly routeKey?: string;
  readonly rawPath?: string;
  readonly rawQueryString?: string;
  readonly cookies?: readonly string[] | null;
  /** Lower-case names; values of repeated headers joined with commas. */
  readonly headers?: Values | null;
  readonly queryStringParameters?: Values | null;
  readonly pathParameters?: Values | null;
  readonly body?: string | null;
  readonly isBase64Encoded?: boolean;
  readonly requestContext: {
    readonly http: { readonly method: string; readonly path?: string };
    readonly requestId?: string;
    readonly stage?: string;
    readonly domainName?: string;
    readonly authorizer?: unknown;
  };
}

/** Joined, or not decoded, or decoded from something else. */
const UNCLEAR = /[,+%]/;

/** An event of an HTTP API or a function URL. */
export class HttpRequest implements GatewayRequest {
  readonly format = "http";
  readonly hasApiKey = false;
  path: Values = NOTHING;
  readonly #event: HttpEvent;

  constructor(event: HttpEvent) {
    this.#event = event;
  }

  get method() {
    return this.#event.requestContext.http.method;
  }

  get routeKey() {
    return this.#event.routeKey ?? null;
  }

  /** `GET /a/{b}` → `/a/{b}`; `$default` names no path. */
  get template() {
    const { routeKey = "" } = this.#event;
    const space = routeKey.indexOf(" ");
    return space < 0 ? null : routeKey.slice(space + 1);
  }

  /** A path starts with the stage unless that is `$default`. */
  get rawPath() {
    const { rawPath, requestContext } = this.#event;
    const path = rawPath ?? requestContext.http.path ?? "/";
    const stage = `/${requestContext.stage}`;
    return path === stage ? "/" : path.startsWith(`${stage}/`) ? path.slice(stage.length) : path;
  }

  /** An HTTP API has decoded the path; a function URL, which routes nothing, has not. */
  get isPathEncoded() {
    const { routeKey, requestContext } = this.#event;
    return (
      routeKey === "$default" && (requestContext.domainName?.includes(".lambda-url.") ?? false)
    );
  }

  get rawVariables() {
    return this.#event.pathParameters ?? NOTHING;
  }

  get requestId() {
    return this.#event.requestContext.requestId;
  }

  get caller() {
    return readCaller(this.#event.requestContext.authorizer);
  }

  /**
   * `queryStringParameters` is decoded, but joins repeated values with commas. Only where no character leaves a doubt
   * does it say the same as the raw text, which takes longer to read.
   */
  get query(): MultiMap {
    const { rawQueryString, queryStringParameters: values } = this.#event;
    if (!rawQueryString) {
      return values ?? NOTHING;
    }
    for (const name in values) {
      if (UNCLEAR.test(values[name] ?? "")) {
        return parseQuery(rawQueryString);
      }
    }
    return values ?? parseQuery(rawQueryString);
  }

  get headers() {
    return this.#event.headers ?? NOTHING;
  }

  get cookies(): Values {
    const cookies = this.#event.cookies ?? this.headers.cookie;
    return cookies ? parseCookies([cookies].flat().join(";")) : NOTHING;
  }

  get contentType() {
    return this.header("content-type");
  }

  get body() {
    return readBody(this.#event.body, this.#event.isBase64Encoded);
  }

  header(name: string) {
    return this.headers[name];
  }
}
