import type { BodyReader } from "./operation.js";

/** `Application/JSON; charset=utf-8` → `application/json`. */
function essence(contentType: string | null): string {
  return (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

function covers(range: string, mediaType: string): boolean {
  const declared = essence(range);
  return (
    declared === mediaType ||
    declared === "*/*" ||
    (declared.endsWith("/*") && mediaType.startsWith(declared.slice(0, -1)))
  );
}

/**
 * Reads an answer that is declared with several media types: gives `{ mediaType, body }`, where `mediaType` is
 * the declared one. Exact names come before ranges.
 */
export function byMediaType(
  readers: Readonly<Record<string, "json" | "text" | "blob" | "formData">>,
): BodyReader {
  const declared = Object.keys(readers).sort(
    (one, other) => Number(one.includes("*")) - Number(other.includes("*")),
  );
  return async (response) => {
    const sent = essence(response.headers.get("content-type"));
    const mediaType = declared.find((range) => covers(range, sent));
    const reader = mediaType === undefined ? undefined : readers[mediaType];
    if (mediaType === undefined || reader === undefined) {
      throw new SyntaxError(`media type ${JSON.stringify(sent)} is not declared`);
    }
    return { mediaType, body: await response[reader]() };
  };
}
