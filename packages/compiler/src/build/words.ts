/** Words that cannot name a variable or function in strict-mode ECMAScript or TypeScript. */
const RESERVED = new Set(
  `abstract any arguments as async await boolean break case catch class const constructor continue debugger
  declare default delete do else enum eval export extends false finally for function get if implements
  import in instanceof interface let module namespace never new null number object of package private
  protected prototype public require return set static string super switch symbol this throw toString
  hasOwnProperty valueOf true try type typeof undefined unknown var void while with yield then
  __proto__ globalThis NaN Infinity`.split(/\s+/),
);

/** `list-items`, `listItems`, `List items` → `["list", "items"]`, case kept inside words. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize("NFC")
    .replace(/[’']/g, "")
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{ID_Continue}]+|_+/u)
    .map((word) => word.replace(/\p{Pc}/gu, ""))
    .filter((word) => word !== "");
}

export function camelCase(words: readonly string[]): string {
  const [first = "", ...rest] = words;
  return uncapitalised(first) + rest.map(capitalised).join("");
}

export function pascalCase(words: readonly string[]): string {
  return words.map(capitalised).join("");
}

export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}

/** An identifier may not begin with a digit or a combining mark. */
export function withLetterFirst(name: string): string {
  return /^[\p{ID_Start}_$]/u.test(name) ? name : `_${name}`;
}

function capitalised(word: string): string {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("");
}

/** `URLList` begins with a word in capitals: `urlList`, not `uRLList`. */
function uncapitalised(word: string): string {
  if (word === word.toUpperCase()) {
    return word.toLowerCase();
  }
  const [first = "", ...rest] = word;
  return first.toLowerCase() + rest.join("");
}
