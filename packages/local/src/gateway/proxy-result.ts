import { canBeSent } from "@gatewright/contract";
import { isMembers, type Members } from "../definition/definition-reader.js";
import { isBinaryMediaType } from "./binary-media-type.js";
import type { GatewayAnswer } from "./gateway-answer.js";

/** A function's result as an answer, or what is wrong with it. */
export type ProxyResult =
  | { readonly kind: "answer"; readonly answer: GatewayAnswer }
  | { readonly kind: "malformed"; readonly reason: string };

const FIELDS = new Set(["statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded"]);
/**
 * Response headers that API Gateway sends on under another name, because it sets its own.
 * Source: API Gateway Developer Guide, "Amazon API Gateway important notes".
 */
const REMAPPED = new Set(["connection", "content-length", "date", "server", "www-authenticate"]);
const DROPPED = new Set(["trailer", "transfer-encoding", "upgrade"]);

class MalformedResult {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/**
 * Reads what a function returned to a Lambda proxy integration. `accept` is the request's Accept header: a base64
 * body is decoded only when its first media type is binary.
 */
export function readProxyResult(
  result: unknown,
  binaryMediaTypes: readonly string[],
  accept: string | undefined,
): ProxyResult {
  const first = read(result, binaryMediaTypes, accept);
  if (!(first instanceof MalformedResult)) return { kind: "answer", answer: first };
  // Lambda turns every result into JSON: a Date in a header becomes text on the way.
  // Differs from API Gateway: a result is read as it is, and goes through JSON only when it cannot be read so.
  const second = read(throughJson(result), binaryMediaTypes, accept);
  return second instanceof MalformedResult
    ? { kind: "malformed", reason: first.reason }
    : { kind: "answer", answer: second };
}

function throughJson(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? "null");
  } catch {
    return null;
  }
}

function read(
  result: unknown,
  binaryMediaTypes: readonly string[],
  accept: string | undefined,
): GatewayAnswer | MalformedResult {
  if (!isMembers(result)) return new MalformedResult("the result is not an object");
  let fields = 0;
  for (const name of Object.keys(result)) {
    if (result[name] === undefined) continue;
    if (!FIELDS.has(name))
      return new MalformedResult(`the result has a field ${JSON.stringify(name)}`);
    fields += 1;
  }
  if (fields === 0) return new MalformedResult("the result is an empty object");
  const status = readStatus(result.statusCode);
  if (status === null) return new MalformedResult("statusCode is not a number from 200 to 599");
  const headers = readHeaders(result);
  if (headers instanceof MalformedResult) return headers;
  const body = result.body ?? "";
  if (typeof body !== "string") return new MalformedResult("body is not a string");
  const isBase64Encoded = result.isBase64Encoded ?? false;
  if (typeof isBase64Encoded !== "boolean") {
    return new MalformedResult("isBase64Encoded is not true or false");
  }
  const firstAccepted = accept?.split(",", 1)[0];
  const isDecoded = isBase64Encoded && isBinaryMediaType(binaryMediaTypes, firstAccepted);
  return { status, headers, body: isDecoded ? Buffer.from(body, "base64") : body };
}

function readStatus(value: unknown): number | null {
  if (value === undefined || value === null) return 200;
  const isNumeric =
    typeof value === "number" || (typeof value === "string" && /^\d{3}$/.test(value));
  const status = isNumeric ? Number(value) : Number.NaN;
  return Number.isInteger(status) && status >= 200 && status <= 599 ? status : null;
}

function readHeaders(result: Members): string[] | MalformedResult {
  const single = result.headers ?? undefined;
  const multi = result.multiValueHeaders ?? undefined;
  const headers: string[] = [];
  const multiNames = new Set<string>();
  let hasContentType = false;
  const push = (name: string, value: unknown): string | null => {
    const text = typeof value === "string" ? value : String(value);
    const isPlain = ["string", "number", "boolean"].includes(typeof value);
    if (!isPlain || !canBeSent(name, text)) {
      return `the header ${JSON.stringify(name)} has a name or value that cannot be sent`;
    }
    const lowerCase = name.toLowerCase();
    if (DROPPED.has(lowerCase)) return null;
    if (lowerCase === "content-type") hasContentType = true;
    headers.push(REMAPPED.has(lowerCase) ? `x-amzn-Remapped-${name}` : name, text);
    return null;
  };
  if (multi !== undefined) {
    if (!isMembers(multi)) return new MalformedResult("multiValueHeaders is not an object");
    for (const [name, values] of Object.entries(multi)) {
      if (values === undefined) continue;
      if (!Array.isArray(values)) {
        return new MalformedResult(`multiValueHeaders holds no list of ${JSON.stringify(name)}`);
      }
      multiNames.add(name.toLowerCase());
      for (const value of values) {
        const problem = push(name, value);
        if (problem !== null) return new MalformedResult(problem);
      }
    }
  }
  if (single !== undefined) {
    if (!isMembers(single)) return new MalformedResult("headers is not an object");
    for (const name of Object.keys(single)) {
      if (single[name] === undefined || multiNames.has(name.toLowerCase())) continue;
      const problem = push(name, single[name]);
      if (problem !== null) return new MalformedResult(problem);
    }
  }
  if (!hasContentType) headers.push("Content-Type", "application/json");
  return headers;
}
