import {
  checkResponse,
  encodeField,
  encodeHeader,
  isJsonMediaType,
  type MediaTypeRow,
  matchMediaType,
  matchStatus,
  mediaTypeKind,
  PROBLEM_MEDIA_TYPE,
  type ResponseRow,
} from "@gatewright/contract";
import type { Answer } from "./answer.js";
import type { PreparedOperation } from "./prepared-operation.js";
import { ResponseContractError } from "./server-error.js";

/** An answer as bytes or text, before it takes the form that its event's source wants. */
export interface WrittenResponse {
  readonly status: number;
  readonly mediaType: string | undefined;
  /** Headers beside `content-type`, lower-case; null when there are none. */
  readonly headers: Readonly<Record<string, string>> | null;
  readonly cookies: readonly string[] | null;
  readonly body: string | Uint8Array;
}

/**
 * Writes a handler's answer by what the contract declares for its status. Where responses are checked, throws a
 * `ResponseContractError` for one that differs.
 */
export function writeResponse(
  operation: PreparedOperation,
  answer: Answer,
  requestId: string,
): WrittenResponse {
  const { status } = answer;
  const { row, responseValidators } = operation;
  const key = matchStatus(row.responses, status);
  const declared = key === undefined ? undefined : row.responses[key];
  const { mediaType, body } = contentOf(declared, answer, requestId);
  if (responseValidators) {
    const headers = answer.headers ?? {};
    const differences = checkResponse(row, responseValidators, {
      status,
      headers,
      mediaType,
      body,
    });
    if (differences.length > 0) {
      throw new ResponseContractError(row.id, status, differences);
    }
  }
  const { headers, cookies } = headersOf(declared, answer.headers);
  const hasBody = body !== undefined && status !== 204 && status !== 304;
  return {
    status,
    mediaType: hasBody ? mediaType : undefined,
    headers,
    cookies,
    body: hasBody ? serialise(body, mediaType ?? "") : "",
  };
}

interface Content {
  readonly mediaType: string | undefined;
  readonly body: unknown;
}

const NO_CONTENT: readonly MediaTypeRow[] = [];

function contentOf(
  declared: ResponseRow | undefined,
  { body, headers }: Answer,
  requestId: string,
): Content {
  const content = declared?.content ?? NO_CONTENT;
  const [only] = content;
  if (content.length > 1 && isChosen(body)) {
    const row = matchMediaType(content, body.mediaType);
    return {
      mediaType: row ? body.mediaType : undefined,
      body: withRequestId(row?.mediaType, body.body, requestId),
    };
  }
  const given = headers?.["content-type"];
  const mediaType =
    typeof given === "string"
      ? given
      : only && !only.mediaType.includes("*")
        ? only.mediaType
        : body === undefined
          ? undefined
          : guessMediaType(body);
  return { mediaType, body: withRequestId(mediaType, body, requestId) };
}

function isChosen(body: unknown): body is { readonly mediaType: string; readonly body: unknown } {
  return (
    typeof body === "object" &&
    body !== null &&
    "mediaType" in body &&
    typeof body.mediaType === "string"
  );
}

/** For `*\/*` and for what is not declared at all. */
function guessMediaType(body: unknown): string {
  return body instanceof Uint8Array
    ? "application/octet-stream"
    : typeof body === "string"
      ? "text/plain; charset=utf-8"
      : "application/json";
}

/** Every Problem carries the id under which the request is found in the logs. */
function withRequestId(mediaType: string | undefined, body: unknown, requestId: string): unknown {
  return mediaType === PROBLEM_MEDIA_TYPE &&
    typeof body === "object" &&
    body !== null &&
    !("requestId" in body)
    ? { ...body, requestId }
    : body;
}

function headersOf(
  declared: ResponseRow | undefined,
  given: Readonly<Record<string, unknown>> | undefined,
): Pick<WrittenResponse, "headers" | "cookies"> {
  if (given === undefined) {
    return { headers: null, cookies: null };
  }
  const headers: Record<string, string> = {};
  let cookies: readonly string[] | null = null;
  for (const [given_, value] of Object.entries(given)) {
    const name = given_.toLowerCase();
    if (value === undefined || name === "content-type") {
      continue;
    }
    if (name === "set-cookie") {
      cookies = [value].flat().map(String);
    } else {
      headers[name] = encodeHeader(value, declared?.headers?.[name]?.explode);
    }
  }
  return { headers, cookies };
}

function serialise(body: unknown, mediaType: string): string | Uint8Array {
  if (body instanceof Uint8Array) {
    return body;
  }
  if (isJsonMediaType(mediaType)) {
    return JSON.stringify(body);
  }
  return mediaTypeKind(mediaType) === "form" && typeof body === "object" && body !== null
    ? Object.entries(body)
        .flatMap(([name, value]) => (value === undefined ? [] : encodeField(name, {}, value)))
        .join("&")
    : typeof body === "object"
      ? JSON.stringify(body)
      : String(body);
}
