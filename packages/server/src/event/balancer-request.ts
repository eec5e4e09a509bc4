import { decodeFormText, type MultiMap, parseCookies } from "@gatewright/contract";
import type { LambdaResult } from "../lambda-result.js";
import { readBody } from "./event-body.js";
import { type GatewayRequest, NOTHING } from "./gateway-request.js";
import { type Lists, toLists } from "./rest-request.js";

type Values = Readonly<Record<string, string | undefined>>;

/** A load balancer's event. Either the plain or the multi-value fields are there. Source: Elastic Load Balancing, "Use Lambda functions as targets". */
export interface BalancerEvent {
  readonly httpMethod: string;
  readonly path?: string;
  readonly headers?: Values | null;
  readonly multiValueHeaders?: MultiMap | null;
  readonly queryStringParameters?: Values | null;
  readonly multiValueQueryStringParameters?: MultiMap | null;
  readonly body?: string | null;
  readonly isBase64Encoded?: boolean;
}

/** A load balancer routes to functions, not to operations, and knows no authorizer: protected operations stay closed. */
export class BalancerRequest implements GatewayRequest {
  readonly event: BalancerEvent;
  readonly method: string;
  readonly routeKey = null;
  readonly template = null;
  readonly variables = NOTHING;
  readonly isPathEncoded = true;
  readonly requestId = undefined;
  readonly authorizer = undefined;
  readonly hasApiKey = false;
  path: Values = NOTHING;
  #headers: Lists | undefined;

  constructor(event: BalancerEvent) {
    this.event = event;
    this.method = event.httpMethod;
  }

  /** A load balancer leaves names and values encoded. */
  get query(): MultiMap {
    const { multiValueQueryStringParameters: lists, queryStringParameters: values } = this.event;
    const decoded: Record<string, readonly string[]> = Object.create(null);
    const encoded = toLists(lists ?? values ?? NOTHING, decodeFormText);
    for (const name in encoded) {
      decoded[name] = encoded[name]?.map(decodeFormText) ?? [];
    }
    return decoded;
  }

  get headers(): Lists {
    this.#headers ??= toLists(
      this.event.multiValueHeaders ?? this.event.headers ?? NOTHING,
      (name) => name.toLowerCase(),
    );
    return this.#headers;
  }

  get cookies(): Values {
    const cookies = this.headers.cookie;
    return cookies ? parseCookies(cookies.join(";")) : NOTHING;
  }

  get contentType() {
    return this.header("content-type");
  }

  get body() {
    return readBody(this.event.body, this.event.isBase64Encoded);
  }

  header(name: string) {
    return this.headers[name]?.[0];
  }

  /** One value per header is all that a load balancer takes without multi-value headers. */
  withCookies(result: LambdaResult, cookies: readonly string[]): LambdaResult {
    return this.event.multiValueHeaders
      ? { ...result, multiValueHeaders: { ...result.multiValueHeaders, "set-cookie": cookies } }
      : { ...result, headers: { ...result.headers, "set-cookie": cookies[0] ?? "" } };
  }

  toResult({ headers = NOTHING, ...result }: LambdaResult): LambdaResult {
    if (!this.event.multiValueHeaders) {
      return { ...result, headers };
    }
    const lists = Object.entries(headers).map(([name, value]) => [name, [value]] as const);
    return { ...result, multiValueHeaders: Object.fromEntries(lists) };
  }
}
