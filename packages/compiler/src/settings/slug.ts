/** Longest slug: a Lambda function name has 64 characters at most, and `-authorizer-NN` follows. */
const MAX_SLUG_LENGTH = 40;

/**
 * Lower-case letters, digits and `-`: `Whiteboard API` → `whiteboard-api`. Accents are dropped;
 * a text without any letter or digit of ASCII gives `api`.
 */
export function slugOf(text: string): string {
  const slug = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "api" : shorten(slug);
}

/** PascalCase of a slug, never starting with a digit: `whiteboard-api` → `WhiteboardApi`. */
export function pascalCase(slug: string): string {
  const name = slug
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return /^[A-Za-z]/.test(name) ? name : `Api${name}`;
}

/** Cut between words where there are any. */
function shorten(slug: string): string {
  return slug.length <= MAX_SLUG_LENGTH
    ? slug
    : slug
        .slice(0, MAX_SLUG_LENGTH + 1)
        .replace(/-[^-]*$/, "")
        .slice(0, MAX_SLUG_LENGTH);
}
