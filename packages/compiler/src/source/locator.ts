import path from "node:path";
import type { SourceRef } from "@gatewright/contract";
import type { Place } from "../diagnostic/diagnostic.js";
import type { FileLoader } from "./file-loader.js";
import { isList, isObject, own } from "./json-object.js";
import type { SourceFile } from "./source-file.js";
import { pointerTokens, splitRef } from "./source-ref.js";
import type { Span } from "./spans.js";

/** Finds lines and columns, when they are printed and not before. */
export class Locator {
  readonly #loader: FileLoader;
  readonly #workingDirectory: string;
  /** Ends of the places that were given out, for carets: `file:line:column` → columns. */
  readonly #widths = new Map<string, number>();
  readonly #sources = new Map<string, SourceFile>();

  constructor(loader: FileLoader, workingDirectory: string) {
    this.#loader = loader;
    this.#workingDirectory = path.resolve(workingDirectory);
  }

  /** A file's name as people see it: relative to the working directory, with `/`. */
  displayName(absolutePath: string): string {
    return path.relative(this.#workingDirectory, absolutePath).split(path.sep).join("/");
  }

  /** The place itself, or the nearest thing around it that exists. */
  place(at: SourceRef, isAtKey: boolean): Place {
    const { file: name, pointer, offset } = splitRef(at);
    const file = this.#loader.find(name);
    if (!file) {
      const absolutePath = path.resolve(this.#loader.root.folder, name);
      return { file: this.displayName(absolutePath), line: 1, column: 1, pointer };
    }
    const span =
      offset === null ? spanAt(file, pointer, isAtKey) : { start: offset, end: offset + 1 };
    const start = file.lines.position(span.start);
    const end = file.lines.position(span.end);
    const place = { file: this.displayName(file.absolutePath), ...start, pointer };
    const lineLength = file.lines.line(start.line)?.length ?? 0;
    const endColumn = end.line === start.line ? end.column : lineLength + 1;
    this.#widths.set(keyOf(place), Math.max(1, endColumn - start.column));
    this.#sources.set(place.file, file);
    return place;
  }

  /** Text of a line and the width of what stands at the place; null for a place in no file that was read. */
  excerpt(place: Place): { lines: readonly (string | undefined)[]; width: number } | null {
    const file = this.#sources.get(place.file);
    return file
      ? {
          lines: [file.lines.line(place.line - 1), file.lines.line(place.line)],
          width: this.#widths.get(keyOf(place)) ?? 1,
        }
      : null;
  }
}

function keyOf(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}

/**
 * A text, number or truth value is shown itself. An object or list is shown at its key, and so is what should
 * hold something that is missing: in block style the value starts lines later.
 */
function spanAt(file: SourceFile, pointer: string, isAtKey: boolean): Span {
  const { root, members } = file.spans;
  let span: Span = { start: root.start, end: root.start };
  let value = file.value;
  const tokens = pointerTokens(pointer) ?? [];
  for (const [index, token] of tokens.entries()) {
    const found = isObject(value) || isList(value) ? members.get(value)?.find(token) : undefined;
    if (!found) {
      break;
    }
    value = isList(value) ? value[Number(token)] : isObject(value) ? own(value, token) : undefined;
    const isScalar = !isObject(value) && !isList(value);
    span = index === tokens.length - 1 && isScalar && !isAtKey ? found.value : found.key;
  }
  return span;
}
