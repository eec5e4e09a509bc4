import type { ResultFormat } from "./event/gateway-request.js";
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

/** Puts an answer into the form of its event's source. `headers` are all but `set-cookie`. */
export function toResult(
  format: ResultFormat,
  { status, cookies, body }: WrittenResponse,
  headers: Readonly<Record<string, string>>,
): LambdaResult {
  const isBase64Encoded = typeof body !== "string";
  const text = isBase64Encoded ? base64(body) : body;
  if (format === "balancer-multi") {
    const lists = Object.entries(headers).map(([name, value]) => [name, [value]] as const);
    const multiValueHeaders = {
      ...Object.fromEntries(lists),
      ...(cookies && { "set-cookie": cookies }),
    };
    return { statusCode: status, multiValueHeaders, body: text, isBase64Encoded };
  }
  if (cookies === null) {
    return { statusCode: status, headers, body: text, isBase64Encoded };
  }
  switch (format) {
    case "http":
      return { statusCode: status, headers, cookies, body: text, isBase64Encoded };
    case "rest":
      return {
        statusCode: status,
        headers,
        multiValueHeaders: { "set-cookie": cookies },
        body: text,
        isBase64Encoded,
      };
    case "balancer":
      // One value per header is all that a load balancer takes without multi-value headers.
      return {
        statusCode: status,
        headers: { ...headers, "set-cookie": cookies[0] ?? "" },
        body: text,
        isBase64Encoded,
      };
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
