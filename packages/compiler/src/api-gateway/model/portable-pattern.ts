/**
 * Constructs on which regular expression engines differ: Unicode classes, `\s` (which spaces?), word
 * boundaries, groups other than `(?:`, back references, and class syntax that Java reads as set operations.
 */
const UNPORTABLE = [
  /\\[pPsSbBkcxu0-9GQEzZAhHvVRX]/,
  /\(\?(?!:)/,
  /\[\^?\]/,
  /\[[^\]\\]*(?:\\.[^\]\\]*)*(?:\[|&&)/,
  /[*+?}]\+/,
  /[\u{10000}-\u{10FFFF}]/u,
];

/** True when every engine that API Gateway may use takes the pattern to mean what ECMAScript takes it to mean. */
export function isPortablePattern(pattern: string): boolean {
  // An escaped backslash must not lend its second half to the letter behind it.
  const text = pattern.replaceAll("\\\\", "\\/");
  if (UNPORTABLE.some((construct) => construct.test(text))) {
    return false;
  }
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}
