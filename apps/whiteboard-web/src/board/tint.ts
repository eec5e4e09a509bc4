/** Number of note colours in the style sheet. */
const TINTS = 6;

/** The colour of an author's notes: the same name has the same colour everywhere (FNV-1a, which spreads short names well). */
export function tintOf(author: string): number {
  let hash = 0x811c9dc5;
  for (const character of author.trim().toLowerCase()) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash % TINTS;
}

/** What stands in an author's badge: the first character, which may be an emoji. */
export function initialOf(author: string): string {
  const [first = "?"] = author.trim();
  return first.toUpperCase();
}
