/** Undoes percent-encoding once. Text that is not well encoded (`100%`) comes back as it is: this never throws. */
export function decodePercent(text: string): string {
  if (!text.includes("%")) {
    return text;
  }
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Percent-encodes everything but unreserved characters. Source: RFC 3986 §2.3. */
export function encodePercent(text: string): string {
  // A lone surrogate has no UTF-8 form; it becomes U+FFFD, as it does in every URL parser.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD")).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * `allowReserved`: leaves the reserved characters that a query's value can hold without changing what the query
 * says. `&`, `#`, `+`, `[`, `]` and `%` are encoded still. Source: OpenAPI 3.1.1, "Parameter Object", allowReserved.
 */
export function encodePercentReserved(text: string): string {
  return encodePercent(text).replace(/%(?:2[1478-9ACF]|3[ABDF]|40)/g, decodeURIComponent);
}
