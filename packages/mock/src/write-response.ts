import {
  checkResponse,
  encodeHeader,
  isJsonMediaType,
  type MediaTypeRow,
  matchMediaType,
  matchStatus,
  type OperationRow,
  PROBLEM_MEDIA_TYPE,
  type Problem,
  type ResponseValidators,
} from "@gatewright/contract";
import { HttpResponse } from "msw";
import type { MockAnswer } from "./mock-answer.js";

/** A response of msw, or everything in which the answer differs from the contract. */
export type WrittenAnswer =
  | { readonly kind: "response"; readonly response: Response }
  | { readonly kind: "wrong"; readonly differences: readonly string[] };

/** Checks an answer as the server does in development, and writes it. */
export function writeAnswer(
  row: OperationRow,
  validators: ResponseValidators | undefined,
  answer: MockAnswer,
  extra: Readonly<Record<string, string>>,
  requestId: string,
): WrittenAnswer {
  const { status, headers } = answer;
  const key = matchStatus(row.responses, status);
  const declared = key === undefined ? undefined : row.responses[key];
  const { mediaType, body: given } = contentOf(declared?.content ?? [], answer);
  const body = mediaType === PROBLEM_MEDIA_TYPE ? withRequestId(given, requestId) : given;
  const differences = checkResponse(row, validators, { status, headers, mediaType, body });
  if (differences.length > 0) {
    return { kind: "wrong", differences };
  }
  const written: Record<string, string> = { ...extra };
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) {
      written[name] = encodeHeader(value, declared?.headers?.[name]?.explode);
    }
  }
  const hasBody = body !== undefined && status !== 204 && status !== 304;
  if (hasBody && mediaType !== undefined) {
    written["content-type"] = mediaType;
  }
  const text = hasBody ? serialise(body, mediaType ?? "") : null;
  return { kind: "response", response: respond(status, text, written) };
}

/** A Problem that says nothing of the request gets its id, as from the server. */
function withRequestId(body: unknown, requestId: string): unknown {
  return typeof body === "object" && body !== null && !("requestId" in body)
    ? { ...body, requestId }
    : body;
}

/** A Problem, as the server writes it. */
export function writeProblem(
  problem: Problem,
  headers: Readonly<Record<string, string>>,
): Response {
  return respond(problem.status, JSON.stringify(problem), {
    ...headers,
    "content-type": PROBLEM_MEDIA_TYPE,
  });
}

/** With a length: msw opens a new connection after an answer that has none. */
export function respond(
  status: number,
  body: string | Uint8Array<ArrayBuffer> | null,
  headers: Readonly<Record<string, string>>,
): Response {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return new HttpResponse(bytes, {
    status,
    headers: bytes ? { ...headers, "content-length": String(bytes.length) } : { ...headers },
  });
}

function contentOf(
  content: readonly MediaTypeRow[],
  { body, headers }: MockAnswer,
): { readonly mediaType: string | undefined; readonly body: unknown } {
  const [only, ...others] = content;
  const given = headers["content-type"];
  const named = typeof given === "string" ? given : undefined;
  if (others.length === 0) {
    return { mediaType: named ?? concrete(only?.mediaType, body), body };
  }
  const chosen: { mediaType?: unknown; body?: unknown } = Object(body);
  const row =
    typeof chosen.mediaType === "string" ? matchMediaType(content, chosen.mediaType) : undefined;
  return row
    ? { mediaType: concrete(String(chosen.mediaType), chosen.body), body: chosen.body }
    : { mediaType: named, body };
}

/** A range such as `text/*` cannot be sent. */
function concrete(mediaType: string | undefined, body: unknown): string | undefined {
  return !mediaType?.includes("*")
    ? mediaType
    : typeof body === "string"
      ? mediaType.replace(/\*\/\*|\*$/, (range) => (range === "*" ? "plain" : "text/plain"))
      : mediaType.startsWith("*") || mediaType.startsWith("application")
        ? "application/json"
        : mediaType.replace("*", "octet-stream");
}

function serialise(body: unknown, mediaType: string): string | Uint8Array<ArrayBuffer> {
  if (isBytes(body)) {
    return body;
  }
  return typeof body === "string" && !isJsonMediaType(mediaType) ? body : JSON.stringify(body);
}

function isBytes(body: unknown): body is Uint8Array<ArrayBuffer> {
  return body instanceof Uint8Array;
}
