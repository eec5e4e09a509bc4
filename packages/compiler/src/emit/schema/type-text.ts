import type { Json } from "@gatewright/contract";
import { Code, code, joined, literal, literalKey, propertyKey } from "../code.js";
import { isList, isObject } from "./subschemas.js";

/** A TypeScript type as text, with what has to be known to put it into a larger one. */
export interface TypeText {
  readonly text: Code;
  /** The loosest operator at the top: what may need parentheses. */
  readonly operator: "none" | "union" | "intersection" | "readonly";
  /** What a union or an intersection is made of: a larger one of the same kind takes it in. */
  readonly parts?: readonly TypeText[];
}

export const UNKNOWN = atom(new Code("unknown"));
export const NEVER = atom(new Code("never"));

export function atom(text: Code): TypeText {
  return { text, operator: "none" };
}

/** `A | B`, each once; `unknown` swallows the rest. */
export function unionOf(members: readonly TypeText[]): TypeText {
  const kept = distinct(members, "union").filter((type) => type.text.toString() !== "never");
  if (kept.some((type) => type.text.toString() === "unknown")) return UNKNOWN;
  const [first] = kept;
  if (first === undefined) return NEVER;
  if (kept.length === 1) return first;
  return { text: operands(kept, "|"), operator: "union", parts: kept };
}

/** `A & B`, each once; `unknown` adds nothing. */
export function intersectionOf(members: readonly TypeText[]): TypeText {
  const kept = distinct(members, "intersection").filter(
    (type) => type.text.toString() !== "unknown",
  );
  if (kept.some((type) => type.text.toString() === "never")) return NEVER;
  const [first] = kept;
  if (first === undefined) return UNKNOWN;
  if (kept.length === 1) return first;
  const parts = kept.map((type) => (type.operator === "union" ? bracketed(type) : type));
  return { text: operands(parts, "&"), operator: "intersection", parts: kept };
}

/** `readonly A[]`. */
export function arrayOf(item: TypeText): TypeText {
  const inner = item.operator === "none" ? item : bracketed(item);
  return { text: code`readonly ${inner.text}[]`, operator: "readonly" };
}

/** `readonly [A, B?, ...C[]]`: elements from `required` on may be missing. */
export function tupleOf(items: readonly TypeText[], required: number, rest: TypeText): TypeText {
  const elements = items.map((item, index) => {
    if (index < required) return item.text;
    return code`${(item.operator === "none" ? item : bracketed(item)).text}?`;
  });
  if (rest.text.toString() !== "never") {
    elements.push(code`...${(rest.operator === "none" ? rest : bracketed(rest)).text}[]`);
  }
  return { text: code`readonly [${joined(elements, ", ")}]`, operator: "readonly" };
}

/** One property or index signature of an object type. */
export interface MemberText {
  readonly key: Code;
  readonly isOptional: boolean;
  readonly type: TypeText;
  readonly comment: Code;
}

/** `{ readonly a: A; readonly b?: B }`, on one line when it is short and says nothing else. */
export function objectOf(members: readonly MemberText[], maxWidth = 72): TypeText {
  const lines = members.map(memberLine);
  const flat = `{ ${lines.join(" ").replace(/;$/, "")} }`;
  const isShort = flat.length <= maxWidth && !flat.includes("\n") && !flat.includes("/*");
  return atom(isShort ? new Code(flat) : new Code(`${interfaceBody(members)}`));
}

/** `{`, a line per member, `}`. */
export function interfaceBody(members: readonly MemberText[]): Code {
  const lines = members.map((entry) => code`${[entry.comment, memberLine(entry)]}`);
  return code`{\n  ${lines}\n}`;
}

/** `readonly [name: string]: T`. */
export function indexSignature(type: TypeText): MemberText {
  return { key: new Code("[name: string]"), isOptional: false, type, comment: new Code("") };
}

/** `readonly name: T` or `readonly name?: T`. */
export function property(
  name: string,
  type: TypeText,
  facts: { readonly isOptional: boolean; readonly comment?: Code },
): MemberText {
  return {
    key: propertyKey(name),
    isOptional: facts.isOptional,
    type,
    comment: facts.comment ?? new Code(""),
  };
}

/** The type that one JSON value has and no other. */
export function literalType(value: Json): TypeText {
  if (isList(value)) return tupleOf(value.map(literalType), value.length, NEVER);
  if (isObject(value)) {
    return objectOf(
      Object.entries(value).map(([name, item]) => ({
        ...property(name, literalType(item), { isOptional: false }),
        key: literalKey(name),
      })),
    );
  }
  return atom(literal(value));
}

function memberLine({ key, isOptional, type }: MemberText): Code {
  return code`readonly ${key}${new Code(isOptional ? "?" : "")}: ${type.text};`;
}

function operands(types: readonly TypeText[], operator: "|" | "&"): Code {
  const texts = types.map((type) => type.text);
  const flat = texts.join(` ${operator} `);
  if (flat.length <= 90 || texts.length > 40) return foldedOperands(texts, operator);
  if (flat.includes("\n") && operator === "&") return joined(texts, " & ");
  return code`\n  ${texts.map((text) => code`${new Code(operator)} ${text}`)}`;
}

/** Long lists of short literals read best as filled lines. */
function foldedOperands(texts: readonly Code[], operator: "|" | "&"): Code {
  const lines: string[] = [""];
  for (const [index, text] of texts.entries()) {
    const line = lines.at(-1) ?? "";
    const part = index === 0 ? `${text}` : ` ${operator} ${text}`;
    if (line.length + part.length > 96) lines.push(part.trimStart());
    else lines[lines.length - 1] = line + part;
  }
  return new Code(lines.join("\n  "));
}

function bracketed(type: TypeText): TypeText {
  return atom(code`(${type.text})`);
}

/** Members once each, with those of nested types of the same kind. */
function distinct(
  types: readonly TypeText[],
  operator: "union" | "intersection",
): readonly TypeText[] {
  const flat = types.flatMap((type) => (type.operator === operator && type.parts) || [type]);
  return [...new Map(flat.map((type) => [type.text.toString(), type])).values()];
}
