import type { Json } from "@gatewright/contract";
import { isList, isObject, own } from "./json-object.js";
import { MemberSpans, type Span, type SpanTable } from "./spans.js";

interface JsonFault {
  readonly offset: number;
  readonly message: string;
}

interface DuplicateKey {
  readonly name: string;
  readonly first: Span;
  readonly second: Span;
}

interface JsonScan extends SpanTable {
  /** The first place that is not JSON. */
  readonly fault: JsonFault | null;
  readonly duplicates: readonly DuplicateKey[];
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERALS = ["true", "false", "null"];

class Fault extends SyntaxError {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.name = "Fault";
    this.offset = offset;
  }
}

/**
 * Walks a JSON text beside the value that `JSON.parse` made of it, to learn where everything stands. It is
 * made only when something has to be pointed at. Without a value (the text is not JSON) it finds the fault.
 */
export function scanJson(text: string, parsed: Json | undefined): JsonScan {
  const members = new Map<object, MemberSpans>();
  const duplicates: DuplicateKey[] = [];
  let at = 0;

  function skipSpace(): void {
    while (at < text.length && " \t\n\r".includes(text.charAt(at))) {
      at += 1;
    }
  }

  function expected(what: string): Fault {
    const found = at < text.length ? JSON.stringify(text.charAt(at)) : "the end of the file";
    return new Fault(at, `expected ${what}, found ${found}`);
  }

  function scanString(): string {
    const start = at;
    at += 1;
    for (; ; at += 1) {
      const code = text.charCodeAt(at);
      if (Number.isNaN(code) || code === 0x0a || code === 0x0d) {
        throw new Fault(start, "this text has no closing quote");
      }
      if (code < 0x20) {
        throw new Fault(at, "a control character must be written as an escape, for example \\n");
      }
      if (code === 0x22) {
        break;
      }
      if (code === 0x5c) {
        if (!/^(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/.test(text.slice(at + 1, at + 6))) {
          throw new Fault(at, "this escape does not exist in JSON");
        }
        at += 1;
      }
    }
    at += 1;
    const raw = text.slice(start, at);
    return raw.includes("\\") ? String(JSON.parse(raw)) : raw.slice(1, -1);
  }

  function scanValue(value: Json | undefined): Span {
    skipSpace();
    const start = at;
    const first = text.charAt(at);
    if (first === "{") {
      scanObject(value);
    } else if (first === "[") {
      scanList(value);
    } else if (first === '"') {
      scanString();
    } else {
      scanLiteral();
    }
    return { start, end: at };
  }

  function scanLiteral(): void {
    const literal = LITERALS.find((word) => text.startsWith(word, at));
    NUMBER.lastIndex = at;
    const length = literal?.length ?? NUMBER.exec(text)?.[0].length;
    if (length === undefined) {
      throw expected("a value");
    }
    at += length;
  }

  function scanObject(value: Json | undefined): void {
    const spans = new MemberSpans();
    const keys = new Map<string, Span>();
    if (isObject(value)) {
      members.set(value, spans);
    }
    at += 1;
    skipSpace();
    while (text.charAt(at) !== "}" || keys.size > 0) {
      if (text.charAt(at) !== '"') {
        throw expected(keys.size > 0 ? "a property name" : 'a property name or "}"');
      }
      const key = { start: at, end: at };
      const name = scanString();
      key.end = at;
      const first = keys.get(name);
      if (first) {
        duplicates.push({ name, first, second: key });
      } else {
        keys.set(name, key);
      }
      skipSpace();
      if (text.charAt(at) !== ":") {
        throw expected('":"');
      }
      at += 1;
      spans.add(name, key, scanValue(isObject(value) ? own(value, name) : undefined));
      if (!scanComma("}")) {
        break;
      }
    }
    at += 1;
  }

  function scanList(value: Json | undefined): void {
    const spans = new MemberSpans();
    if (isList(value)) {
      members.set(value, spans);
    }
    at += 1;
    skipSpace();
    for (let index = 0; text.charAt(at) !== "]" || index > 0; index += 1) {
      const span = scanValue(isList(value) ? value[index] : undefined);
      spans.add(String(index), span, span);
      if (!scanComma("]")) {
        break;
      }
    }
    at += 1;
  }

  /** True when another member follows; otherwise `at` is at the closing bracket. */
  function scanComma(close: string): boolean {
    skipSpace();
    if (text.charAt(at) === close) {
      return false;
    }
    if (text.charAt(at) !== ",") {
      throw expected(`"," or "${close}"`);
    }
    at += 1;
    skipSpace();
    return true;
  }

  let root: Span = { start: 0, end: 0 };
  let fault: JsonFault | null = null;
  try {
    root = scanValue(parsed);
    skipSpace();
    if (at < text.length) {
      throw expected("the end of the file");
    }
  } catch (error) {
    if (!(error instanceof Fault)) {
      throw error;
    }
    fault = { offset: error.offset, message: error.message };
  }
  return { root, members, fault, duplicates };
}
