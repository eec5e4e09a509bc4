import type { Json } from "@gatewright/contract";
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { documentDiagnostic } from "../diagnostic/document-diagnostic.js";
import { setOwn } from "./json-object.js";
import { duplicateKey, MAX_DEPTH, MAX_EXPANDED_NODES, nestingTooDeep } from "./limits.js";
import { offsetRef } from "./source-ref.js";
import { MemberSpans, type Span } from "./spans.js";

/** A converted node and how many values it stands for once its aliases are written out. */
interface Converted {
  readonly value: Json;
  readonly size: number;
}

const NOTHING: Converted = { value: null, size: 1 };

/** Turns the syntax tree of one YAML document into JSON data, and remembers where each member stood. */
export class YamlConverter {
  readonly members = new Map<object, MemberSpans>();
  readonly diagnostics: Diagnostic[] = [];
  root: Span = { start: 0, end: 0 };
  isUnusable = false;
  readonly #file: string;
  /** What each anchor means at this point of the text; null while its node is still open. */
  readonly #anchors = new Map<string, Converted | null>();
  #depth = 0;

  constructor(file: string) {
    this.#file = file;
  }

  convertDocument(node: Node | null): Json {
    this.root = spanOf(node);
    const { value, size } = this.#convert(node);
    if (size > 2 * MAX_EXPANDED_NODES) {
      this.#refuseExpansion("all aliases together stand", this.root.start, size);
    }
    return value;
  }

  #convert(node: unknown): Converted {
    if (isScalar(node)) {
      return this.#anchored(node, () => this.#scalar(node));
    }
    if (isAlias(node)) {
      return this.#alias(node.source, spanOf(node).start);
    }
    if (!isMap(node) && !isSeq(node)) {
      return NOTHING;
    }
    if (this.#depth >= MAX_DEPTH) {
      this.#refuse(nestingTooDeep(this.#file, spanOf(node).start));
      return NOTHING;
    }
    this.#depth += 1;
    const converted = this.#anchored(node, () =>
      isMap(node) ? this.#map(node) : this.#sequence(node),
    );
    this.#depth -= 1;
    return converted;
  }

  #anchored(node: Scalar | YAMLMap | YAMLSeq, convert: () => Converted): Converted {
    if (node.anchor === undefined) {
      return convert();
    }
    this.#anchors.set(node.anchor, null);
    const converted = convert();
    this.#anchors.set(node.anchor, converted);
    return converted;
  }

  #alias(name: string, start: number): Converted {
    const target = this.#anchors.get(name);
    if (!target) {
      this.#refuse(
        documentDiagnostic({
          code: "GW1005",
          at: offsetRef(this.#file, start),
          message:
            target === null
              ? `the alias *${name} stands inside the value that it repeats`
              : `the alias *${name} has no anchor &${name} before it`,
          fix: "Write the value out, or use a $ref, which may be recursive.",
        }),
      );
      return NOTHING;
    }
    if (target.size > MAX_EXPANDED_NODES) {
      this.#refuseExpansion("aliases repeat each other until this one stands", start, target.size);
      return NOTHING;
    }
    return target;
  }

  #scalar(node: Scalar): Converted {
    const { value } = node;
    if (typeof value === "number" && !Number.isFinite(value)) {
      this.diagnostics.push(
        documentDiagnostic({
          code: "GW1002",
          at: offsetRef(this.#file, spanOf(node).start),
          message: `${node.source ?? String(value)} is a YAML number that JSON does not have`,
          fix: "Write a finite number, or quote the text.",
        }),
      );
      return NOTHING;
    }
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? { value, size: 1 }
      : NOTHING;
  }

  #map(node: YAMLMap): Converted {
    const object: Record<string, Json> = {};
    const spans = new MemberSpans();
    const firstOffsets = new Map<string, number>();
    let size = 1;
    this.members.set(object, spans);
    for (const { key, value } of node.items) {
      const span = spanOf(key);
      const name = this.#keyName(key, span);
      const converted = this.#convert(value);
      if (name === null) {
        continue;
      }
      const first = firstOffsets.get(name);
      if (first === undefined) {
        firstOffsets.set(name, span.start);
      } else {
        this.diagnostics.push(duplicateKey(this.#file, name, first, span.start));
      }
      setOwn(object, name, converted.value);
      spans.add(name, span, value === null ? { start: span.end, end: span.end } : spanOf(value));
      size += converted.size;
    }
    return { value: object, size };
  }

  #sequence(node: YAMLSeq): Converted {
    const list: Json[] = [];
    const spans = new MemberSpans();
    let size = 1;
    this.members.set(list, spans);
    for (const [index, item] of node.items.entries()) {
      const converted = this.#convert(item);
      list.push(converted.value);
      spans.add(String(index), spanOf(item), spanOf(item));
      size += converted.size;
    }
    return { value: list, size };
  }

  /** Keys are text as written: `200:` is `"200"`, whatever number it could be. */
  #keyName(key: unknown, span: Span): string | null {
    if (isAlias(key)) {
      const { value } = this.#alias(key.source, span.start);
      return typeof value === "string" ? value : String(value);
    }
    if (!isScalar(key)) {
      this.diagnostics.push(
        documentDiagnostic({
          code: "GW1002",
          at: offsetRef(this.#file, span.start),
          message: "a key must be text; this one is a list or an object",
          fix: "Write the key as plain text.",
        }),
      );
      return null;
    }
    const name = typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
    if (key.anchor !== undefined) {
      this.#anchors.set(key.anchor, { value: name, size: 1 });
    }
    if (name === "<<" && key.type === "PLAIN") {
      this.diagnostics.push(
        documentDiagnostic({
          code: "GW1009",
          at: offsetRef(this.#file, span.start),
          message:
            '"<<" merges objects in YAML 1.1; YAML 1.2, which OpenAPI uses, has no merge keys',
          fix: "Write the members out, or use allOf with a $ref.",
        }),
      );
      return null;
    }
    return name;
  }

  #refuseExpansion(what: string, start: number, size: number): void {
    this.#refuse(
      documentDiagnostic({
        code: "GW1005",
        at: offsetRef(this.#file, start),
        message: `${what} for ${amount(size)} values; ${amount(MAX_EXPANDED_NODES)} are read`,
        fix: "Use $ref instead of YAML aliases: references are kept, aliases are written out.",
      }),
    );
  }

  #refuse(diagnostic: Diagnostic): void {
    if (!this.isUnusable) {
      this.isUnusable = true;
      this.diagnostics.push(diagnostic);
    }
  }
}

function spanOf(node: unknown): Span {
  if (isScalar(node) || isAlias(node) || isMap(node) || isSeq(node)) {
    const [start = 0, end = start] = node.range ?? [];
    return { start, end };
  }
  return { start: 0, end: 0 };
}

function amount(count: number): string {
  return count < 1e15 ? count.toLocaleString("en-US") : count.toExponential(1);
}
