import type { GatewayRequest } from "./event/gateway-request.js";
import type { WrittenResponse } from "./written-response.js";

/** What API Gateway, a function URL or a load balancer expects back. */
export interface LambdaResult {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>>;
  /** Values of `set-cookie`, for payload format 2.0. */
  readonly cookies?: readonly string[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** Puts an answer into the form of its event's source. */
export function toResult(
  { format, method }: GatewayRequest,
  response: WrittenResponse,
  cors: Readonly<Record<string, string>>,
): LambdaResult {
  const { status: statusCode, cookies, body: content } = response;
  const common = response.common.with(cors);
  const headers = response.headers ? { ...common, ...response.headers } : common;
  const isBase64Encoded = typeof content !== "string";
  // An answer to HEAD has the headers of its GET and no body. Source: RFC 9110 §9.3.2.
  const body = method === "HEAD" ? "" : isBase64Encoded ? base64(content) : content;
  if (format === "balancer-multi") {
    const multiValueHeaders: Record<string, readonly string[]> = {};
    for (const [name, value] of Object.entries(headers)) {
      multiValueHeaders[name] = [value];
    }
    return {
      statusCode,
      multiValueHeaders: { ...multiValueHeaders, ...(cookies && { "set-cookie": cookies }) },
      body,
      isBase64Encoded,
    };
  }
  const result = { statusCode, headers, body, isBase64Encoded };
  if (cookies === null) {
    return result;
  }
  return format === "http"
    ? { ...result, cookies }
    : format === "rest"
      ? { ...result, multiValueHeaders: { "set-cookie": cookies } }
      : // One value per header is all that a load balancer takes without multi-value headers.
        { ...result, headers: { ...headers, "set-cookie": cookies[0] ?? "" } };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
