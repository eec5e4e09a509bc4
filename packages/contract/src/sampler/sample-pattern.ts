import { type CharacterSet, type PatternNode, parsePattern } from "./pattern-parser.js";
import type { Random } from "./random.js";

const trees = new Map<string, PatternNode>();

/**
 * A text that a pattern matches; `extra` is how many times more than needed a part may be repeated. Patterns
 * with look-around can yield texts that they do not match: the caller checks.
 */
export function samplePattern(pattern: string, random: Random, extra: number): string {
  let tree = trees.get(pattern);
  if (!tree) {
    tree = parsePattern(pattern);
    trees.set(pattern, tree);
  }
  return write(tree, random, extra, new Map());
}

function write(
  node: PatternNode,
  random: Random,
  extra: number,
  groups: Map<string, string>,
): string {
  const of = (inner: PatternNode) => write(inner, random, extra, groups);
  switch (node.kind) {
    case "nothing":
      return "";
    case "character":
      return String.fromCodePoint(characterOf(node.set, random));
    case "sequence":
      return node.items.map(of).join("");
    case "choice":
      return of(random.pick(node.options) ?? { kind: "nothing" });
    case "repeat": {
      const count = random.integer(node.min, Math.min(node.max, node.min + extra));
      return Array.from({ length: count }, () => of(node.item)).join("");
    }
    case "group": {
      const text = of(node.item);
      for (const key of node.keys) {
        groups.set(key, text);
      }
      return text;
    }
    case "reference":
      return groups.get(node.key) ?? "";
  }
}

/** Letters and digits first: samples are read by people. */
const READABLE = range(97, 122).concat(range(48, 57), range(65, 90));
const PRINTABLE = READABLE.concat(range(32, 126));

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function characterOf({ ranges, isNegated }: CharacterSet, random: Random): number {
  const isIn = (code: number) =>
    ranges.some(([low, high]) => code >= low && code <= high) !== isNegated;
  const pool = READABLE.filter(isIn);
  const printable = pool.length > 0 && !random.chance(0.05) ? pool : PRINTABLE.filter(isIn);
  const found = random.pick(printable);
  if (found !== undefined) {
    return found;
  }
  const [low, high] = random.pick(ranges) ?? [97, 122];
  return isNegated ? 0x4e00 : random.integer(low, Math.min(high, low + 20));
}
