/** Why a pattern is not an ECMAScript regular expression, and what to write instead. */
interface PatternFault {
  readonly reason: string;
  readonly fix: string;
}

/** Things that other languages' expressions have and ECMAScript's have not. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [
    /\(\?[a-z]+\)/,
    "Inline flags such as (?i) do not exist in ECMAScript: list both cases, for example [Aa].",
  ],
  [/\(\?P</, "Named groups are written (?<name>…) in ECMAScript."],
  [/\\A/, "Use ^ instead of \\A."],
  [/\\[Zz]/, "Use $ instead of \\Z."],
  [/\(\?>|[*+?}]\+/, "Atomic groups and possessive quantifiers do not exist in ECMAScript."],
  [/\[:[a-z]+:\]/, "Write a Unicode class such as \\p{L} instead of a POSIX class."],
];

/** Null for a pattern that compiles with the `u` flag, as JSON Schema reads it, or after `repairPattern`. */
export function patternFault(pattern: string): PatternFault | null {
  const reason = compileFault(repairPattern(pattern));
  if (reason === null) {
    return null;
  }
  const foreign = FOREIGN.find(([sign]) => sign.test(pattern));
  return {
    reason,
    fix: foreign?.[1] ?? "Correct it; patterns are ECMAScript regular expressions with the u flag.",
  };
}

/**
 * A pattern that only compiles without the `u` flag, written so that it means the same with it:
 * needless escapes lose their backslash, lone braces and hyphens get one. Any other pattern as it is.
 */
export function repairPattern(pattern: string): string {
  if (compileFault(pattern) === null || !compilesWithoutUnicode(pattern)) {
    return pattern;
  }
  let repaired = "";
  let isInClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === "\\") {
      const next = pattern.charAt(at + 1);
      const isNeedless = isInClass
        ? /[^\\\]^$.*+?()[{}|/\-a-zA-Z0-9]/.test(next)
        : /[^\\\]^$.*+?()[{}|/a-zA-Z0-9]/.test(next);
      repaired += isNeedless ? next : character + next;
      at += 1;
    } else if (isInClass) {
      isInClass = character !== "]";
      const isLoneHyphen =
        character === "-" &&
        (/\\[dDwWsS]$/.test(repaired) || /^\\[dDwWsS]/.test(pattern.slice(at + 1)));
      repaired += isLoneHyphen ? "\\-" : character;
    } else {
      isInClass = character === "[";
      const isQuantifier = /^\{\d+(?:,\d*)?\}/.test(pattern.slice(at));
      if (character === "{" && isQuantifier) {
        const end = pattern.indexOf("}", at);
        repaired += pattern.slice(at, end + 1);
        at = end;
      } else {
        repaired +=
          character === "{" || character === "}" || character === "]"
            ? `\\${character}`
            : character;
      }
    }
  }
  return compileFault(repaired) === null ? repaired : pattern;
}

function compileFault(pattern: string): string | null {
  try {
    new RegExp(pattern, "u");
    return null;
  } catch (error) {
    const text = error instanceof Error ? error.message : "";
    return text.slice(text.lastIndexOf(": ") + 2).toLowerCase() || "it is not a regular expression";
  }
}

function compilesWithoutUnicode(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}
