import type { RelatedPlace } from "../../diagnostic/diagnostic.js";
import type { Report } from "../rule.js";

/** Places that one diagnostic lists; more would hide the message. */
const MAX_RELATED = 10;

/** One complaint about many places: at the first of them, the others beside it. */
export function reportOnce(
  report: Report,
  places: readonly RelatedPlace[],
  finding: { readonly message: (count: number) => string; readonly fix: string },
): void {
  const [first, ...others] = places;
  if (first !== undefined) {
    report({
      at: first.at,
      ...(first.isAtKey && { isAtKey: true as const }),
      message: finding.message(places.length),
      fix: finding.fix,
      related: others.slice(0, MAX_RELATED),
    });
  }
}

/** `1 place` / `3 places`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
