import { type MultiMap, parseCookies, parseQuery } from "@gatewright/contract";
import type { LambdaResult } from "../lambda-result.js";
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
  readonly event: HttpEvent;
  readonly method: string;
  readonly routeKey: string | null;
  readonly requestId: string | undefined;
  readonly isPathEncoded = false;
  readonly hasApiKey = false;
  path: Values = NOTHING;

  constructor(event: HttpEvent) {
    const { requestContext } = event;
    this.event = event;
    this.method = requestContext.http.method;
    this.routeKey = event.routeKey ?? null;
    this.requestId = requestContext.requestId;
  }

  /** `GET /a/{b}` → `/a/{b}`; `$default` names no path. */
  get template() {
    return this.routeKey?.includes(" ")
      ? this.routeKey.slice(this.routeKey.indexOf(" ") + 1)
      : null;
  }

  get variables() {
    return this.event.pathParameters ?? NOTHING;
  }

  get authorizer() {
    return this.event.requestContext.authorizer;
  }

  /**
   * `queryStringParameters` is decoded, but joins repeated values with commas. Only where no character leaves a doubt
   * does it say the same as the raw text, which takes longer to read.
   */
  get query(): MultiMap {
    const { rawQueryString, queryStringParameters: values } = this.event;
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
    return this.event.headers ?? NOTHING;
  }

  get cookies(): Values {
    const cookies = this.event.cookies ?? this.headers.cookie;
    return cookies ? parseCookies([cookies].flat().join(";")) : NOTHING;
  }

  get contentType() {
    return this.header("content-type");
  }

  get body() {
    return readBody(this.event.body, this.event.isBase64Encoded);
  }

  header(name: string) {
    return this.headers[name];
  }

  withCookies(result: LambdaResult, cookies: readonly string[]): LambdaResult {
    return { ...result, cookies };
  }
}
