import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { type MultiValueMap, readHeaders, readQuery } from "./multi-value-map.js";

/** Payload limit of a REST API. Source: API Gateway Developer Guide, "Quotas for configuring and running a REST API". */
const MAX_BODY_BYTES = 10 * 1024 * 1024;
/** Limit of all header names and values together, from the same page. */
const MAX_HEADER_BYTES = 10_240;

/** One request, read once: what events, authorizers and validators are made from. */
export interface GatewayRequest {
  readonly id: string;
  readonly extendedId: string;
  readonly receivedAt: number;
  readonly httpMethod: string;
  /** As sent, percent-encoded, without the query. */
  readonly path: string;
  readonly headers: MultiValueMap | null;
  readonly query: MultiValueMap | null;
  readonly body: Buffer | null;
  readonly sourceIp: string;
}

/** Why a request cannot be looked at any further. */
export type RequestRefusal = "headersTooLarge" | "bodyTooLarge" | "malformed";

/** Reads the head of a request; the body comes from `readBody`. */
export function readRequest(message: IncomingMessage, body: Buffer | null): GatewayRequest {
  const id = randomUUID();
  const url = message.url ?? "/";
  const mark = url.indexOf("?");
  const sourceIp = message.socket.remoteAddress ?? "127.0.0.1";
  const override = message.headers["x-http-method-override"];
  const headers = readHeaders(message.rawHeaders, {
    sourceIp,
    port: String(message.socket.localPort ?? ""),
    traceId: traceId(id),
  });
  return {
    id,
    extendedId: `${id.slice(0, 8)}${id.slice(9, 13)}${id.slice(14, 17)}=`,
    receivedAt: Date.now(),
    httpMethod: typeof override === "string" ? override.toUpperCase() : (message.method ?? "GET"),
    path: mark === -1 ? url : url.slice(0, mark),
    headers,
    query: mark === -1 ? null : readQuery(url.slice(mark + 1)),
    body,
    sourceIp,
  };
}

/** The reason not to read this request, or null. */
export function refusalOf(message: IncomingMessage): RequestRefusal | null {
  if (message.url?.startsWith("/") !== true) return "malformed";
  let bytes = 0;
  for (const part of message.rawHeaders) bytes += part.length;
  // Differs from API Gateway: more than 10,240 bytes of headers are answered with 431 by `DEFAULT_4XX`
  if (bytes > MAX_HEADER_BYTES) return "headersTooLarge";
  const length = Number(message.headers["content-length"] ?? 0);
  return length > MAX_BODY_BYTES ? "bodyTooLarge" : null;
}

/** True when the head of a request announces a body. */
export function hasBody(message: IncomingMessage): boolean {
  const length = message.headers["content-length"];
  return (
    (length !== undefined && length !== "0") || message.headers["transfer-encoding"] !== undefined
  );
}

/** The body's bytes, null when there are none, or the refusal once they are too many. */
export function readBody(message: IncomingMessage): Promise<Buffer | null | "bodyTooLarge"> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    message.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) {
        message.removeAllListeners("data");
        message.resume();
        resolve("bodyTooLarge");
        return;
      }
      chunks.push(chunk);
    });
    message.on("end", () => {
      const [only] = chunks;
      if (only === undefined) resolve(null);
      else resolve(chunks.length === 1 ? only : Buffer.concat(chunks, bytes));
    });
    message.on("error", reject);
  });
}

/** A trace header in X-Ray's form: version, seconds in hexadecimal, 96 random bits. */
function traceId(id: string): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  return `Root=1-${seconds}-${id.slice(9, 13)}${id.slice(14, 18)}${id.slice(20, 23)}${id.slice(24, 36)}0`;
}
