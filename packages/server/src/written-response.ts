import {
  canBeSent,
  encodeHeader,
  isJsonMediaType,
  matchStatus,
  type ResponseRow,
  withRequestId,
} from "@gatewright/contract";
import type { Answer } from "./answer.js";
import type { PreparedOperation } from "./prepared-operation.js";
import { ReplyHeaderError } from "./server-error.js";

/** An answer as text or bytes, before it takes the form that its event's source wants. */
export interface WrittenResponse {
  readonly status: number;
  /** Undefined for an answer without a body. */
  readonly mediaType: string | undefined;
  /** Headers beside `content-type`, lower-case; undefined when there are none. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly cookies?: readonly string[] | undefined;
  readonly body: string | Uint8Array;
}

/** What is known of a status of an operation before anything is answered. */
export interface PreparedResponse {
  readonly row: ResponseRow | undefined;
  /** The only declared media type; undefined when there is none, a choice or a range. */
  readonly mediaType: string | undefined;
}

/**
 * Writes a handler's answer by what the contract declares for its status. Throws what `responseChecks` throw, and a
 * `ReplyHeaderError`.
 */
export function writeResponse(
  { identifier, row, responses, responseChecks }: PreparedOperation,
  { status, headers, body: given }: Answer,
  requestId: string,
): WrittenResponse {
  let prepared = responses.get(status);
  if (!prepared) {
    prepared = prepareResponse(row.responses, status);
    responses.set(status, prepared);
  }
  const content = prepared.mediaType
    ? { mediaType: prepared.mediaType, body: given }
    : chooseContent(prepared.row, given, headers);
  const { mediaType } = content;
  requireSendable(row.id, "content-type", mediaType);
  const body = withRequestId(mediaType, content.body, requestId);
  responseChecks?.(identifier, row, { status, headers: headers ?? {}, mediaType, body });
  const hasBody = body !== undefined && status !== 204 && status !== 304;
  const written = headers ? writeHeaders(row.id, prepared.row, headers) : NO_HEADERS;
  return {
    status,
    mediaType: hasBody ? mediaType : undefined,
    headers: written.headers,
    cookies: written.cookies,
    body: hasBody ? serialise(body, mediaType) : "",
  };
}

function prepareResponse(
  responses: PreparedOperation["row"]["responses"],
  status: number,
): PreparedResponse {
  const row = responses[matchStatus(responses, status) ?? ""];
  const [only, ...others] = row?.content ?? [];
  const isChoice = others.length > 0 || only?.mediaType.includes("*");
  return { row, mediaType: isChoice ? undefined : only?.mediaType };
}

interface Content {
  readonly mediaType: string | undefined;
  readonly body: unknown;
}

/** Where the contract leaves a choice, the handler has made it: `{ mediaType, body }`, or a header. */
function chooseContent(
  row: ResponseRow | undefined,
  body: unknown,
  headers: Answer["headers"],
): Content {
  if (row?.content?.[1] && isChosen(body)) {
    return body;
  }
  const named = headers?.["content-type"];
  return {
    // For a range such as `*/*`, and for what is not declared at all.
    mediaType:
      typeof named === "string"
        ? named
        : body === undefined
          ? undefined
          : body instanceof Uint8Array
            ? "application/octet-stream"
            : typeof body === "string"
              ? "text/plain; charset=utf-8"
              : "application/json",
    body,
  };
}

function isChosen(body: unknown): body is Content {
  return typeof Object(body).mediaType === "string";
}

const NO_HEADERS: Pick<WrittenResponse, "headers" | "cookies"> = {};

function writeHeaders(
  operationId: string,
  row: ResponseRow | undefined,
  given: Readonly<Record<string, unknown>>,
): Pick<WrittenResponse, "headers" | "cookies"> {
  const headers: Record<string, string> = {};
  let cookies: readonly string[] | undefined;
  for (const key of Object.keys(given)) {
    const value = given[key];
    const name = key.toLowerCase();
    if (name === "set-cookie" && value !== undefined) {
      cookies = [value].flat().map(String);
      requireSendable(operationId, name, cookies.join());
    } else if (name !== "content-type" && value !== undefined) {
      const text =
        typeof value === "string" ? value : encodeHeader(value, row?.headers?.[name]?.explode);
      requireSendable(operationId, name, text);
      headers[name] = text;
    }
  }
  return { headers, cookies };
}

/** Sources of events would pass a line break on, or fail without a word. */
function requireSendable(operationId: string, name: string, value = ""): void {
  if (!canBeSent(name, value)) {
    throw new ReplyHeaderError(operationId, name);
  }
}

function serialise(body: unknown, mediaType = ""): string | Uint8Array {
  return body instanceof Uint8Array || (typeof body === "string" && !isJsonMediaType(mediaType))
    ? body
    : JSON.stringify(body);
}
