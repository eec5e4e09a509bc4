import type { Json } from "@gatewright/contract";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { LineIndex } from "./line-index.js";
import type { SpanTable } from "./spans.js";

/** What a reader makes of a text. `value` is undefined when the text could not be read at all. */
export interface ReadResult {
  readonly value: Json | undefined;
  readonly diagnostics: readonly Diagnostic[];
  spans(): SpanTable;
}

/** One file of a document, as read. */
export class SourceFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly absolutePath: string;
  readonly text: string;
  readonly value: Json | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly #readSpans: () => SpanTable;
  #spans: SpanTable | null = null;
  #lines: LineIndex | null = null;

  constructor(path: string, absolutePath: string, text: string, result: ReadResult) {
    this.path = path;
    this.absolutePath = absolutePath;
    this.text = text;
    this.value = result.value;
    this.diagnostics = result.diagnostics;
    this.#readSpans = () => result.spans();
  }

  get spans(): SpanTable {
    this.#spans ??= this.#readSpans();
    return this.#spans;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }
}
