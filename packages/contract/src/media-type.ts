import type { MediaTypeKind } from "./contract.js";
import type { MediaTypeRow } from "./operation-row.js";

/** Type and subtype in lower case, without parameters: `Application/JSON; charset=utf-8` → `application/json`. */
export function mediaTypeEssence(mediaType: string): string {
  const semicolon = mediaType.indexOf(";");
  return (semicolon < 0 ? mediaType : mediaType.slice(0, semicolon)).trim().toLowerCase();
}

/** A parameter's value, unquoted: `boundary` of `multipart/form-data; boundary="a b"` → `a b`. Undefined when it is not there. */
export function mediaTypeParameter(mediaType: string, name: string): string | undefined {
  // One alternative per parameter and no overlap between them, so this takes linear time.
  const pattern = /;\s*([^\s;="]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g;
  for (const [, key, quoted, token] of mediaType.matchAll(pattern)) {
    if (key?.toLowerCase() === name) {
      return quoted === undefined ? token : quoted.replace(/\\(.)/g, "$1");
    }
  }
  return undefined;
}

/** Whether bytes of a media type are a JSON document: `application/json` and every `+json`. */
export function isJsonMediaType(mediaType: string): boolean {
  const essence = mediaTypeEssence(mediaType);
  return essence === "application/json" || essence === "text/json" || essence.endsWith("+json");
}

/** How bytes of a media type become a value. */
export function mediaTypeKind(mediaType: string): MediaTypeKind {
  const essence = mediaTypeEssence(mediaType);
  if (isJsonMediaType(essence)) {
    return "json";
  }
  if (essence === "application/x-www-form-urlencoded") {
    return "form";
  }
  if (essence.startsWith("multipart/")) {
    return "multipart";
  }
  return essence.startsWith("text/") || essence === "application/xml" || essence.endsWith("+xml")
    ? "text"
    : "binary";
}

/**
 * The declared media type that a `Content-Type` falls under: the most specific that fits, so that `text/plain`
 * comes before `text/*` and `*\/*`. Undefined when none does.
 */
export function matchMediaType<Row extends Pick<MediaTypeRow, "mediaType">>(
  rows: readonly Row[],
  contentType: string,
): Row | undefined {
  const first = rows[0];
  if (first?.mediaType === contentType) {
    return first;
  }
  const essence = mediaTypeEssence(contentType);
  const range = `${essence.slice(0, essence.indexOf("/"))}/*`;
  for (const wanted of [essence, range, "*/*", "*"]) {
    const fitting = rows.filter((row) => mediaTypeEssence(row.mediaType) === wanted);
    if (fitting.length > 0) {
      const whole = normalise(contentType);
      return fitting.find((row) => normalise(row.mediaType) === whole) ?? fitting[0];
    }
  }
  return undefined;
}

function normalise(mediaType: string): string {
  return mediaType.toLowerCase().replace(/[\s"]/g, "");
}
