/**
 * Source text that is safe to write. Made by `code`, `identifier`, `propertyKey`, `literal` and the comment
 * functions only: a value from a document can never be one, because the text is a private field.
 */
export class Code {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  /** True for nothing at all: `code` drops the line that holds only an empty fragment. */
  get isEmpty(): boolean {
    return this.#text === "";
  }
}

/** What `code` takes: fragments go in as they are, data goes in as literals, a list of fragments line by line. */
export type CodeValue = Code | string | number | boolean | null | readonly Code[];

/** No code. */
export const nothing = new Code("");

/**
 * Writes source text. Strings become quoted literals, so data can never turn into code. A fragment of
 * several lines is indented as far as the line that it is put into; a line that holds nothing but an
 * empty fragment is left out.
 */
export function code(strings: TemplateStringsArray, ...values: readonly CodeValue[]): Code {
  let text = strings[0] ?? "";
  for (const [index, value] of values.entries()) {
    const after = strings[index + 1] ?? "";
    const lineStart = text.lastIndexOf("\n") + 1;
    const part = valueText(value);
    if (part === "" && value !== "" && /^[ ]*$/.test(text.slice(lineStart)) && /^\n/.test(after)) {
      text = text.slice(0, lineStart) + after.slice(1);
      continue;
    }
    text += part.includes("\n") ? indented(part, indentOf(text, lineStart)) : part;
    text += after;
  }
  return new Code(text);
}

/** Fragments with `separator` between them, on one line each if that is a line break. */
export function joined(parts: readonly Code[], separator: string): Code {
  return new Code(parts.map(String).join(separator));
}

/**
 * A name in code. Throws a `TypeError` for what is not an identifier: names come from the contract, where they are identifiers already.
 */
export function identifier(name: string): Code {
  if (!isIdentifier(name)) {
    throw new TypeError(`${JSON.stringify(name)} is not an identifier`);
  }
  return new Code(name);
}

/** The key of a property in an object type: quoted unless it is an identifier. */
export function propertyKey(name: string): Code {
  return new Code(isIdentifier(name) ? name : quoted(name));
}

/** The key of a property in an object literal, where `__proto__: x` would set the prototype. */
export function literalKey(name: string): Code {
  if (name === "__proto__") return new Code('["__proto__"]');
  return /^(?:0|[1-9]\d{0,14})$/.test(name) ? new Code(name) : propertyKey(name);
}

/** A JSON value as a literal. Objects and lists that do not fit in `width` columns get a line per member. */
export function literal(value: unknown, width = 90): Code {
  return new Code(literalText(value, width));
}

function literalText(value: unknown, width: number): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object" || value === null) return scalarText(value);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const members = Array.isArray(value)
    ? value.map((item) => literalText(item, width - 2))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([name, item]) => `${literalKey(name)}: ${literalText(item, width - 2)}`);
  if (members.length === 0) return open + close;
  const flat = members.join(", ");
  if (flat.length + 4 <= width && !flat.includes("\n")) {
    return open === "[" ? `[${flat}]` : `{ ${flat} }`;
  }
  return `${open}\n${members.map((member) => `  ${indented(member, "  ")},\n`).join("")}${close}`;
}

function valueText(value: CodeValue): string {
  if (value instanceof Code) return value.toString();
  if (typeof value === "string") return quoted(value);
  if (typeof value === "object" && value !== null) {
    return value.filter((part) => !part.isEmpty).join("\n");
  }
  return scalarText(value);
}

function scalarText(value: unknown): string {
  if (typeof value === "number" && Object.is(value, -0)) return "-0";
  return value === null || typeof value === "boolean" || Number.isFinite(value)
    ? `${value}`
    : "null";
}

/** Line terminators and bidirectional controls: legal in a string, but they change how the line reads. */
const UNREADABLE = /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    UNREADABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
}

function indentOf(text: string, lineStart: number): string {
  return /^ */.exec(text.slice(lineStart))?.[0] ?? "";
}

function indented(text: string, indent: string): string {
  return indent === "" ? text : text.replace(/\n(?!\n|$)/g, `\n${indent}`);
}
