import type { BodyDecoder } from "./codecs.js";
import { decodeFormFields } from "./form-decoder.js";
import { mediaTypeParameter } from "./media-type.js";
import { parseQuery } from "./multi-map.js";
import { decodeMultipart } from "./multipart-decoder.js";

/** Reads `application/x-www-form-urlencoded`: fields by name, each by its declared shape. */
export const formBody: BodyDecoder = (body, { fields }) => ({
  value: decodeFormFields(parseQuery(asText(body)), fields),
});

/** Reads `multipart/*`: files as bytes, JSON parts as values, all others by their declared shape. */
export const multipartBody: BodyDecoder = (body, { fields }, contentType) => {
  const boundary = mediaTypeParameter(contentType, "boundary");
  const value = boundary ? decodeMultipart(asBytes(body), boundary, fields) : undefined;
  return value
    ? { value }
    : {
        detail: boundary
          ? "has no part that ends with the boundary"
          : "has no boundary in its media type",
      };
};

/** Reads text in the character set that its media type names, UTF-8 where that is none or unknown. */
export const textBody: BodyDecoder = (body, _media, contentType) => ({
  value: asText(body, mediaTypeParameter(contentType, "charset")),
});

/** Reads bytes. */
export const binaryBody: BodyDecoder = (body) => ({ value: asBytes(body) });

function asText(body: string | Uint8Array, charset = "utf-8"): string {
  if (typeof body === "string") {
    return body;
  }
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

function asBytes(body: string | Uint8Array): Uint8Array {
  return typeof body === "string" ? new TextEncoder().encode(body) : body;
}
