/** Bytes where the gateway says that the body is binary, else the text that it is. */
export function readBody(
  body: string | null | undefined,
  isBase64Encoded: boolean | undefined,
): string | Uint8Array | null {
  return typeof body !== "string" ? null : isBase64Encoded ? Buffer.from(body, "base64") : body;
}
