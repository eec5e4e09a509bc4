/** Line and column, both from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/**
 * Where the keys of a path stand in the text of a config: each is looked for behind the one before it,
 * starting at `from`. A config is code, so this is a good guess, not a parse; the start of the text when nothing is found.
 */
export function placeOfKey(
  source: string,
  path: readonly (string | number)[],
  from = 0,
): TextPlace {
  let offset = from;
  for (const key of path) {
    if (typeof key === "number") continue;
    const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const pattern = new RegExp(`(?<![\\w$])(["']?)${escaped}\\1\\s*[:,}]`, "g");
    pattern.lastIndex = offset;
    const found = pattern.exec(source);
    if (found) offset = found.index;
  }
  const before = source.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where the object that holds `text` begins: the API of a document. */
export function objectAround(source: string, text: string): number {
  const at = source.indexOf(JSON.stringify(text));
  return at === -1 ? 0 : Math.max(0, source.lastIndexOf("{", at));
}
