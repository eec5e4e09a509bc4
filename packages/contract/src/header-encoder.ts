/** One header's value: `a,b`, `R,100` or `R=100`. Headers are not percent-encoded. */
export function encodeHeader(value: unknown, explode = false): string {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .map(([name, inner]) => name + (explode ? "=" : ",") + textOf(inner))
        .join()
    : [value].flat().map(textOf).join();
}

/** Text of a value that has one level; what has more goes as JSON. */
export function textOf(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
