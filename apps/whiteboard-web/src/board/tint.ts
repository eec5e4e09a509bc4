/** Number of note colours in the style sheet. */
const TINTS = 6;

/** The colour of an author's notes: the same name has the same colour everywhere. */
export function tintOf(author: string): number {
  let sum = 0;
  for (const character of author.trim().toLowerCase()) {
    sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  }
  return sum % TINTS;
}

/** What stands in an author's badge: the first character, which may be an emoji. */
export function initialOf(author: string): string {
  const [first = "?"] = author.trim();
  return first.toUpperCase();
}
