import type { BodyDecoding, Codecs } from "./codecs.js";
import { matchMediaType } from "./media-type.js";
import type { RequestBodyRow } from "./operation-row.js";
import type { ProblemError } from "./problem.js";

/** What became of a request body. `mediaType` is the declared one, as the contract writes it. */
export type DecodedBody =
  | { readonly kind: "absent" }
  | { readonly kind: "decoded"; readonly mediaType: string; readonly value: unknown }
  | { readonly kind: "refused"; readonly status: 400 | 415; readonly error: ProblemError };

/**
 * Decodes a request body by its media type. Text is what a source had as text, bytes what came as bytes. A body
 * without `Content-Type` is taken for JSON where JSON is declared, as API Gateway does, else for the first declared media
 * type. `codecs` has to hold what `requiredCodecs` names.
 */
export function decodeBody(
  { content, required }: RequestBodyRow,
  contentType: string | undefined,
  body: string | Uint8Array | null | undefined,
  codecs: Codecs,
): DecodedBody {
  const media = contentType
    ? matchMediaType(content, contentType)
    : (content.find(({ kind }) => kind === "json") ?? content[0]);
  // A range such as `*/*` says nothing about the bytes; what was sent does.
  const kind =
    contentType && media?.mediaType.includes("*") ? codecs.range?.(contentType) : media?.kind;
  if (!body?.length && (kind !== "text" || !contentType)) {
    return required
      ? { kind: "refused", status: 400, error: { detail: "a body is required", pointer: "" } }
      : { kind: "absent" };
  }
  const decode = kind === "json" ? decodeJson : kind && codecs[kind];
  if (!media || !decode) {
    const detail = `must be ${content.map(({ mediaType }) => mediaType).join(" or ")}`;
    return {
      kind: "refused",
      status: 415,
      error: { detail, in: "header", name: "content-type" },
    };
  }
  const decoding = decode(body ?? "", media, contentType ?? "");
  return "value" in decoding
    ? { kind: "decoded", mediaType: media.mediaType, value: decoding.value }
    : { kind: "refused", status: 400, error: { detail: decoding.detail, pointer: "" } };
}

function decodeJson(body: string | Uint8Array): BodyDecoding {
  try {
    return { value: JSON.parse(typeof body === "string" ? body : new TextDecoder().decode(body)) };
  } catch (cause) {
    return { detail: `is not JSON: ${describeSyntaxError(String(cause))}` };
  }
}

/** Where the text stops being JSON, as far as the engine says; what it quotes of the text is left out. */
function describeSyntaxError(message: string): string {
  const position = /at position \d+(?: \(line \d+ column \d+\))?/.exec(message);
  return position
    ? `syntax error ${position[0]}`
    : message.includes("end of JSON")
      ? "the text ends too early"
      : "syntax error";
}
