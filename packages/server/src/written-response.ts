import {
  checkResponse,
  encodeHeader,
  isJsonMediaType,
  type MediaTypeRow,
  matchStatus,
  type ResponseRow,
  withRequestId,
} from "@gatewright/contract";
import type { Answer } from "./answer.js";
import { CommonHeaders } from "./cors.js";
import type { PreparedOperation } from "./prepared-operation.js";
import { ResponseContractError } from "./server-error.js";

/** An answer as text or bytes, before it takes the form that its event's source wants. */
export interface WrittenResponse {
  readonly status: number;
  readonly mediaType: string | undefined;
  readonly common: CommonHeaders;
  /** Headers beside the common ones, lower-case; null when there are none. */
  readonly headers: Readonly<Record<string, string>> | null;
  readonly cookies: readonly string[] | null;
  readonly body: string | Uint8Array;
}

/** What is known of a status of an operation before anything is answered. */
export interface PreparedResponse {
  readonly row: ResponseRow | undefined;
  /** The only declared media type; undefined when there is none, a choice or a range. */
  readonly mediaType: string | undefined;
  readonly isJson: boolean;
  readonly common: CommonHeaders;
}

/** Common headers of an answer without a body. */
const NO_BODY = new CommonHeaders(undefined);
const NO_CONTENT: readonly MediaTypeRow[] = [];

/**
 * Writes a handler's answer by what the contract declares for its status. Where responses are checked, throws a
 * `ResponseContractError` for one that differs.
 */
export function writeResponse(
  operation: PreparedOperation,
  answer: Answer,
  requestId: string,
): WrittenResponse {
  const { status, headers: given } = answer;
  const prepared = operation.responses.get(status) ?? prepareResponse(operation, status);
  const { row, common } = prepared;
  let { mediaType } = prepared;
  let { body } = answer;
  if (mediaType === undefined) {
    ({ mediaType, body } = chooseContent(row, answer));
  }
  body = withRequestId(mediaType, body, requestId);
  if (operation.responseValidators) {
    const value = { status, headers: given ?? {}, mediaType, body };
    const differences = checkResponse(operation.row, operation.responseValidators, value);
    if (differences.length > 0) {
      throw new ResponseContractError(operation.row.id, status, differences);
    }
  }
  const hasBody = body !== undefined && status !== 204 && status !== 304;
  const { headers, cookies } = given ? headersOf(row, given) : NO_HEADERS;
  return {
    status,
    mediaType,
    common: !hasBody
      ? NO_BODY
      : mediaType === prepared.mediaType
        ? common
        : new CommonHeaders(mediaType),
    headers,
    cookies,
    body: !hasBody ? "" : prepared.isJson ? JSON.stringify(body) : serialise(body, mediaType),
  };
}

function prepareResponse({ row, responses }: PreparedOperation, status: number): PreparedResponse {
  const key = matchStatus(row.responses, status);
  const declared = key === undefined ? undefined : row.responses[key];
  const [only, ...others] = declared?.content ?? NO_CONTENT;
  const isPlain = only && others.length === 0 && !only.mediaType.includes("*");
  const mediaType = isPlain ? only.mediaType : undefined;
  const prepared = {
    row: declared,
    mediaType,
    isJson: mediaType !== undefined && isJsonMediaType(mediaType),
    common: new CommonHeaders(mediaType),
  };
  responses.set(status, prepared);
  return prepared;
}

interface Content {
  readonly mediaType: string | undefined;
  readonly body: unknown;
}

/** Where the contract leaves a choice, the handler has made it: `{ mediaType, body }`, or a header. */
function chooseContent(row: ResponseRow | undefined, { body, headers }: Answer): Content {
  const content = row?.content ?? NO_CONTENT;
  if (content.length > 1 && isChosen(body)) {
    return body;
  }
  const given = headers?.["content-type"];
  return {
    mediaType: typeof given === "string" ? given : body === undefined ? undefined : guess(body),
    body,
  };
}

function isChosen(body: unknown): body is { readonly mediaType: string; readonly body: unknown } {
  return (
    typeof body === "object" &&
    body !== null &&
    "mediaType" in body &&
    typeof body.mediaType === "string" &&
    "body" in body
  );
}

/** For a range such as `*\/*`, and for what is not declared at all. */
function guess(body: unknown): string {
  return body instanceof Uint8Array
    ? "application/octet-stream"
    : typeof body === "string"
      ? "text/plain; charset=utf-8"
      : "application/json";
}

const NO_HEADERS = { headers: null, cookies: null };

function headersOf(
  row: ResponseRow | undefined,
  given: Readonly<Record<string, unknown>>,
): Pick<WrittenResponse, "headers" | "cookies"> {
  const headers: Record<string, string> = {};
  let cookies: readonly string[] | null = null;
  for (const key of Object.keys(given)) {
    const value = given[key];
    const name = key.toLowerCase();
    if (value === undefined || name === "content-type") {
      continue;
    }
    if (name === "set-cookie") {
      cookies = [value].flat().map(String);
    } else {
      headers[name] =
        typeof value === "string" ? value : encodeHeader(value, row?.headers?.[name]?.explode);
    }
  }
  return { headers, cookies };
}

function serialise(body: unknown, mediaType = ""): string | Uint8Array {
  if (body instanceof Uint8Array) {
    return body;
  }
  return typeof body === "string" && !isJsonMediaType(mediaType) ? body : JSON.stringify(body);
}
