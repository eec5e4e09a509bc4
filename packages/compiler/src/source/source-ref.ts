import type { SourceRef } from "@gatewright/contract";

/** One step of a JSON Pointer, escaped as RFC 6901 says. */
export function escapeToken(token: string): string {
  return /[~/]/.test(token) ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
}

/** The steps of a JSON Pointer; null when it is not one. */
export function pointerTokens(pointer: string): readonly string[] | null {
  if (pointer === "") {
    return [];
  }
  if (!pointer.startsWith("/") || /~(?![01])/.test(pointer)) {
    return null;
  }
  return pointer
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** `file#pointer`. A `#` or `%` in a file's name is percent-encoded so that the first `#` ends it. */
export function sourceRef(file: string, pointer: string): SourceRef {
  return `${encodeFile(file)}#${pointer}`;
}

/** A place that no pointer reaches, such as a syntax error: `file#:offset`. */
export function offsetRef(file: string, offset: number): SourceRef {
  return `${encodeFile(file)}#:${offset}`;
}

/** File, pointer and, for a place without a pointer, the offset in the file's text. */
export function splitRef(at: SourceRef): { file: string; pointer: string; offset: number | null } {
  const hash = at.indexOf("#");
  const file = decodeFile(hash < 0 ? at : at.slice(0, hash));
  const rest = hash < 0 ? "" : at.slice(hash + 1);
  return rest.startsWith(":")
    ? { file, pointer: "", offset: Number(rest.slice(1)) }
    : { file, pointer: rest, offset: null };
}

function encodeFile(file: string): string {
  return file.replaceAll("%", "%25").replaceAll("#", "%23");
}

function decodeFile(file: string): string {
  return file.replaceAll("%23", "#").replaceAll("%25", "%");
}
