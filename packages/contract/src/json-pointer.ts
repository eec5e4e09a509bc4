/** One reference token, escaped: `a/b` → `a~1b`. Source: RFC 6901 §3. */
export function escapePointer(token: string): string {
  return token.includes("~") || token.includes("/")
    ? token.replaceAll("~", "~0").replaceAll("/", "~1")
    : token;
}

/** A JSON Pointer's reference tokens, unescaped: `/a~1b/0` → `["a/b", "0"]`. */
export function splitPointer(pointer: string): string[] {
  return pointer === ""
    ? []
    : pointer
        .slice(1)
        .split("/")
        .map((token) =>
          token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token,
        );
}

/** The value that a JSON Pointer names; undefined when nothing is there. Sees own properties only. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const token of splitPointer(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, token)) {
      return undefined;
    }
    value = Reflect.get(value, token);
  }
  return value;
}
