import type { BodyWriter } from "./operation.js";

/** JSON under another media type than `application/json`, for example `application/merge-patch+json`. */
export function jsonBody(mediaType: string): BodyWriter {
  return (body) => ({ content: JSON.stringify(body), mediaType });
}

/** Text as it is. */
export function textBody(mediaType: string): BodyWriter {
  return (body) => ({ content: String(body), mediaType });
}

/** Bytes as they are: a `Blob`, an `ArrayBuffer`, a view of one, or a string. */
export function binaryBody(mediaType: string): BodyWriter {
  return (body) => ({
    content:
      typeof body === "string" ||
      body instanceof Blob ||
      body instanceof ArrayBuffer ||
      isBytes(body)
        ? body
        : JSON.stringify(body),
    mediaType,
  });
}

function isBytes(body: unknown): body is ArrayBufferView<ArrayBuffer> {
  return ArrayBuffer.isView(body);
}

/** A body with several media types: takes `{ mediaType, body }` and writes it as that media type wants. */
export function bodyByMediaType(writers: Readonly<Record<string, BodyWriter>>): BodyWriter {
  return (input) => {
    const { mediaType, body }: { mediaType?: unknown; body?: unknown } = Object(input);
    const name = String(mediaType);
    const writer = Object.hasOwn(writers, name) ? writers[name] : undefined;
    if (!writer) {
      throw new TypeError(`media type "${name}" is not declared for this body`);
    }
    return writer(body);
  };
}
