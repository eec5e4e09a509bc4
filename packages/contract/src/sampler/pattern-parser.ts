/** A regular expression as a tree; what asserts without matching text (anchors, look-around) is `nothing`. */
export type PatternNode =
  | { readonly kind: "nothing" }
  | { readonly kind: "character"; readonly set: CharacterSet }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly options: readonly PatternNode[] }
  | {
      readonly kind: "repeat";
      readonly item: PatternNode;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: "group"; readonly item: PatternNode; readonly keys: readonly string[] }
  | { readonly kind: "reference"; readonly key: string };

/** Code points as ranges, both ends included. */
export interface CharacterSet {
  readonly ranges: readonly (readonly [number, number])[];
  readonly isNegated: boolean;
}

type Ranges = readonly (readonly [number, number])[];

const NOTHING: PatternNode = { kind: "nothing" };
const DIGITS: Ranges = [[48, 57]];
const WORD: Ranges = [
  [97, 122],
  [65, 90],
  [48, 57],
  [95, 95],
];
const SPACE: Ranges = [
  [32, 32],
  [9, 13],
  [0xa0, 0xa0],
];
const LOWER: Ranges = [[97, 122]];
const UPPER: Ranges = [[65, 90]];
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0 };

/** Reads a `pattern` that `new RegExp(pattern, "u")` accepts. */
export function parsePattern(pattern: string): PatternNode {
  return new PatternParser(pattern).choice();
}

class PatternParser {
  readonly #text: readonly string[];
  #at = 0;
  #groups = 0;

  constructor(pattern: string) {
    this.#text = [...pattern];
  }

  choice(): PatternNode {
    const options: PatternNode[] = [this.#sequence()];
    while (this.#take("|")) {
      options.push(this.#sequence());
    }
    const [only = NOTHING] = options;
    return options.length === 1 ? only : { kind: "choice", options };
  }

  #sequence(): PatternNode {
    const items: PatternNode[] = [];
    while (this.#at < this.#text.length && !["|", ")"].includes(this.#peek())) {
      items.push(this.#repeated(this.#atom()));
    }
    return { kind: "sequence", items };
  }

  #atom(): PatternNode {
    const character = this.#next();
    switch (character) {
      case "^":
      case "$":
        return NOTHING;
      case ".":
        return set(
          [
            [10, 10],
            [13, 13],
          ],
          true,
        );
      case "(":
        return this.#group();
      case "[":
        return this.#class();
      case "\\":
        return this.#escape();
      default:
        return literal(character);
    }
  }

  #group(): PatternNode {
    const keys: string[] = [];
    let isAssertion = false;
    if (this.#take("?")) {
      if (this.#take(":")) {
      } else if (this.#take("<") && !["=", "!"].includes(this.#peek())) {
        keys.push(String(++this.#groups), this.#until(">"));
      } else {
        isAssertion = true;
        this.#next();
      }
    } else {
      keys.push(String(++this.#groups));
    }
    const item = this.choice();
    this.#take(")");
    return isAssertion ? NOTHING : { kind: "group", item, keys };
  }

  #escape(): PatternNode {
    const character = this.#next();
    if (character === "b" || character === "B") {
      return NOTHING;
    }
    if (character === "k") {
      this.#take("<");
      return { kind: "reference", key: this.#until(">") };
    }
    if (/[1-9]/.test(character)) {
      return { kind: "reference", key: character };
    }
    const found = this.#escapedSet(character);
    return { kind: "character", set: found };
  }

  /** What `\d`, `\p{L}`, `\n` or `\u0041` stand for, in a class and outside one. */
  #escapedSet(character: string): CharacterSet {
    const lower = character.toLowerCase();
    const ranges = { d: DIGITS, w: WORD, s: SPACE }[lower];
    if (ranges) {
      return { ranges, isNegated: character !== lower };
    }
    if (lower === "p") {
      this.#take("{");
      return { ranges: propertyRanges(this.#until("}")), isNegated: character === "P" };
    }
    const code =
      CONTROLS[character] ??
      (character === "x"
        ? this.#hex(2)
        : character === "u"
          ? this.#unicode()
          : character === "c"
            ? codeOf(this.#next()) % 32
            : codeOf(character));
    return { ranges: [[code, code]], isNegated: false };
  }

  #unicode(): number {
    if (this.#take("{")) {
      return Number.parseInt(this.#until("}"), 16);
    }
    const high = this.#hex(4);
    if (high < 0xd800 || high > 0xdbff || this.#peek() !== "\\") {
      return high;
    }
    this.#next();
    this.#next();
    return (high - 0xd800) * 0x400 + this.#hex(4) - 0xdc00 + 0x10000;
  }

  #class(): PatternNode {
    const isNegated = this.#take("^");
    const ranges: (readonly [number, number])[] = [];
    while (this.#at < this.#text.length && this.#peek() !== "]") {
      const start = this.#classMember();
      const [low] = start.ranges[0] ?? [0];
      if (this.#peek() === "-" && this.#text[this.#at + 1] !== "]" && !start.isNegated) {
        this.#next();
        const [, high] = this.#classMember().ranges[0] ?? [0, low];
        ranges.push([low, high]);
      } else {
        ranges.push(...(start.isNegated ? complement(start.ranges) : start.ranges));
      }
    }
    this.#take("]");
    return set(ranges, isNegated);
  }

  #classMember(): CharacterSet {
    const character = this.#next();
    if (character === "\\") {
      const escaped = this.#next();
      return escaped === "b" ? single(8) : this.#escapedSet(escaped);
    }
    return single(codeOf(character));
  }

  #repeated(item: PatternNode): PatternNode {
    const [min, max] = this.#quantifier() ?? [1, 1];
    if (min === 1 && max === 1) {
      return item;
    }
    this.#take("?");
    return { kind: "repeat", item, min, max };
  }

  #quantifier(): [number, number] | undefined {
    if (this.#take("*")) {
      return [0, Number.POSITIVE_INFINITY];
    }
    if (this.#take("+")) {
      return [1, Number.POSITIVE_INFINITY];
    }
    if (this.#take("?")) {
      return [0, 1];
    }
    if (!this.#take("{")) {
      return undefined;
    }
    const [min = "0", max] = this.#until("}").split(",");
    return [
      Number(min),
      max === undefined ? Number(min) : max === "" ? Number.POSITIVE_INFINITY : Number(max),
    ];
  }

  #hex(digits: number): number {
    let text = "";
    for (let count = 0; count < digits; count++) {
      text += this.#next();
    }
    return Number.parseInt(text, 16);
  }

  #until(end: string): string {
    let text = "";
    while (this.#at < this.#text.length && !this.#take(end)) {
      text += this.#next();
    }
    return text;
  }

  #peek(): string {
    return this.#text[this.#at] ?? "";
  }

  #next(): string {
    return this.#text[this.#at++] ?? "";
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) {
      return false;
    }
    this.#at++;
    return true;
  }
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function single(code: number): CharacterSet {
  return { ranges: [[code, code]], isNegated: false };
}

function set(ranges: Ranges, isNegated: boolean): PatternNode {
  return { kind: "character", set: { ranges, isNegated } };
}

function literal(character: string): PatternNode {
  return { kind: "character", set: single(codeOf(character)) };
}

/** The printable ASCII that ranges leave out: enough to sample from a negated escape inside a class. */
function complement(ranges: Ranges): [number, number][] {
  const left: [number, number][] = [];
  for (let code = 32; code < 127; code++) {
    if (!ranges.some(([low, high]) => code >= low && code <= high)) {
      left.push([code, code]);
    }
  }
  return left;
}

/** Members of a Unicode property that everybody has on the keyboard. */
function propertyRanges(property: string): Ranges {
  const name = property.replace(/^.*=/, "");
  if (/^(?:Lu|Uppercase)/.test(name)) {
    return UPPER;
  }
  if (/^N/.test(name)) {
    return DIGITS;
  }
  if (/^Z|White_Space/.test(name)) {
    return [[32, 32]];
  }
  if (/^[PS]/.test(name) && name !== "Script") {
    return name.startsWith("P")
      ? [
          [33, 35],
          [44, 47],
        ]
      : [
          [36, 36],
          [43, 43],
        ];
  }
  return name.startsWith("L") && !name.startsWith("Ll") ? [...LOWER, ...UPPER] : LOWER;
}
