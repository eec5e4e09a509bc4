/**
 * True when a media type is in the API's list of binary media types; a list with all types (`*` on both sides
 * of the slash) holds every one, also none. Parameters such as `charset` do not count.
 */
export function isBinaryMediaType(
  binaryMediaTypes: readonly string[],
  mediaType: string | undefined,
): boolean {
  if (binaryMediaTypes.length === 0) return false;
  if (binaryMediaTypes.includes("*/*")) return true;
  return mediaType !== undefined && binaryMediaTypes.includes(bareMediaType(mediaType));
}

/** `Application/JSON; charset=utf-8` → `application/json`. */
export function bareMediaType(mediaType: string): string {
  const semicolon = mediaType.indexOf(";");
  return (semicolon === -1 ? mediaType : mediaType.slice(0, semicolon)).trim().toLowerCase();
}
