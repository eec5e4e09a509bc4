import type { MediaTypeKind } from "./contract.js";
import { decodeFormFields } from "./form-decoder.js";
import { matchMediaType, mediaTypeKind, mediaTypeParameter } from "./media-type.js";
import { parseQuery } from "./multi-map.js";
import { decodeMultipart } from "./multipart-decoder.js";
import type { MediaTypeRow, RequestBodyRow } from "./operation-row.js";
import type { ProblemError } from "./problem.js";

/** What became of a request body. `mediaType` is the declared one, as the contract writes it. */
export type DecodedBody =
  | { readonly kind: "absent" }
  | { readonly kind: "decoded"; readonly mediaType: string; readonly value: unknown }
  | {
      readonly kind: "refused";
      readonly status: 400 | 415;
      readonly errors: readonly ProblemError[];
    };

/**
 * Decodes a request body by its media type. Text is what a source had as text, bytes what came as bytes. A body
 * without `Content-Type` is taken for JSON where JSON is declared, as API Gateway does, else for the first declared media type.
 */
export function decodeBody(
  row: RequestBodyRow,
  contentType: string | undefined,
  body: string | Uint8Array | null | undefined,
): DecodedBody {
  const isEmpty = body === null || body === undefined || body.length === 0;
  const media = contentType ? matchMediaType(row.content, contentType) : assumedMediaType(row);
  const kind = media && kindOf(media, contentType);
  if (isEmpty && (kind !== "text" || !contentType)) {
    return row.required
      ? refused(400, { detail: "a body is required", pointer: "" })
      : { kind: "absent" };
  }
  if (!media || !kind) {
    const declared = row.content.map(({ mediaType }) => mediaType).join(" or ");
    return refused(415, {
      detail: `must be ${declared}`,
      in: "header",
      name: "content-type",
    });
  }
  const { mediaType } = media;
  switch (kind) {
    case "json":
      return decodeJson(mediaType, asText(body ?? ""));
    case "form":
      return {
        kind: "decoded",
        mediaType,
        value: decodeFormFields(parseQuery(asText(body ?? "")), media.fields),
      };
    case "multipart":
      return decodeMultipartBody(media, contentType ?? "", body ?? "");
    case "text":
      return { kind: "decoded", mediaType, value: asText(body ?? "", contentType) };
    case "binary":
      return { kind: "decoded", mediaType, value: asBytes(body ?? "") };
  }
}

function refused(status: 400 | 415, error: ProblemError): DecodedBody {
  return { kind: "refused", status, errors: [error] };
}

function assumedMediaType(row: RequestBodyRow): MediaTypeRow | undefined {
  return row.content.find(({ kind }) => kind === "json") ?? row.content[0];
}

/** A range such as `*\/*` says nothing about the bytes; what was sent does. */
function kindOf(media: MediaTypeRow, contentType: string | undefined): MediaTypeKind {
  return contentType && media.mediaType.includes("*") ? mediaTypeKind(contentType) : media.kind;
}

function decodeJson(mediaType: string, text: string): DecodedBody {
  try {
    return { kind: "decoded", mediaType, value: JSON.parse(text) };
  } catch (cause) {
    return refused(400, { detail: `is not JSON: ${describeSyntaxError(cause)}`, pointer: "" });
  }
}

/** Where the text stops being JSON, as far as the engine says; what it quotes of the text is left out. */
function describeSyntaxError(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : "";
  const position = /at position \d+(?: \(line \d+ column \d+\))?/.exec(message);
  return position
    ? `syntax error ${position[0]}`
    : message.includes("end of JSON")
      ? "the text ends too early"
      : "syntax error";
}

function decodeMultipartBody(
  media: MediaTypeRow,
  contentType: string,
  body: string | Uint8Array,
): DecodedBody {
  const boundary = mediaTypeParameter(contentType, "boundary");
  const value = boundary ? decodeMultipart(asBytes(body), boundary, media.fields) : undefined;
  return value
    ? { kind: "decoded", mediaType: media.mediaType, value }
    : refused(400, {
        detail: boundary
          ? "has no part that ends with the boundary"
          : "has no boundary in its media type",
        pointer: "",
      });
}

function asText(body: string | Uint8Array, contentType = ""): string {
  if (typeof body === "string") {
    return body;
  }
  const charset = contentType && mediaTypeParameter(contentType, "charset");
  try {
    return new TextDecoder(charset || "utf-8").decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

function asBytes(body: string | Uint8Array): Uint8Array {
  return typeof body === "string" ? new TextEncoder().encode(body) : body;
}
