import { matchesFormat } from "../formats.js";
import type { JsonObject } from "../json.js";
import type { Random } from "./random.js";
import { sampleFormat } from "./sample-format.js";
import { samplePattern } from "./sample-pattern.js";
import { lengthOf, numberAt, regExpOf, textAt } from "./schema-object.js";

const WORDS =
  "coffee board meeting plan draft review note blue green north south river stone paper light early late team idea sketch".split(
    " ",
  );

/** How much longer than needed the attempts for a pattern get. */
const STRETCHES = [2, 0, 4, 8, 1, 16, 40];

/** A text that keeps pattern, format and length; undefined when none was found. */
export function sampleText(schema: JsonObject, random: Random): string | undefined {
  const least = numberAt(schema, "minLength") ?? 0;
  const greatest = numberAt(schema, "maxLength") ?? Number.POSITIVE_INFINITY;
  const format = textAt(schema, "format");
  const pattern = textAt(schema, "pattern");
  const expression = pattern === undefined ? null : regExpOf(pattern);
  const isFitting = (text: string): boolean => {
    const length = lengthOf(text);
    return (
      length >= least &&
      length <= greatest &&
      (expression === null || expression.test(text)) &&
      matchesFormat(format ?? "", text)
    );
  };
  for (const text of format === undefined ? [] : sampleFormat(format, random, least)) {
    if (isFitting(text)) {
      return text;
    }
  }
  return expression === null || pattern === undefined
    ? [words(random, least, greatest)].find(isFitting)
    : textOfPattern(pattern, random, least, isFitting);
}

function textOfPattern(
  pattern: string,
  random: Random,
  least: number,
  isFitting: (text: string) => boolean,
): string | undefined {
  for (const extra of [...STRETCHES, least, least * 2, ...STRETCHES]) {
    for (let attempt = 0; attempt < 6; attempt++) {
      const text = samplePattern(pattern, random, extra);
      // A pattern without anchors matches inside a longer text.
      const padding = Math.max(0, least - lengthOf(text));
      const found = [text, text + "a".repeat(padding), "a".repeat(padding) + text].find(isFitting);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

/** `coffee plan`: whole words as long as they fit. */
function words(random: Random, least: number, greatest: number): string {
  const count = random.integer(1, 3);
  let text = "";
  while (text.length < least || text === "" || text.split(" ").length < count) {
    const word = random.pick(WORDS) ?? "note";
    const longer = text === "" ? word : `${text} ${word}`;
    if (longer.length > greatest) {
      return text.length >= least && text !== ""
        ? text
        : longer.slice(0, greatest).replace(/ $/, "a");
    }
    text = longer;
  }
  return text;
}
