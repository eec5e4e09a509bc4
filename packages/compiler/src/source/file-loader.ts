import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { documentDiagnostic } from "../diagnostic/document-diagnostic.js";
import { MAX_FILE_BYTES } from "./limits.js";
import type { FileTarget, ProjectRoot } from "./project-root.js";
import { readJson } from "./read-json.js";
import { readYaml } from "./read-yaml.js";
import { type ReadResult, SourceFile } from "./source-file.js";
import { offsetRef } from "./source-ref.js";

/** The only thing that reads documents. Each file is read once; what went wrong stays with the file. */
export class FileLoader {
  readonly root: ProjectRoot;
  readonly #files = new Map<string, SourceFile>();

  constructor(root: ProjectRoot) {
    this.root = root;
  }

  /** Files in the order in which they were read. */
  get files(): readonly SourceFile[] {
    return [...this.#files.values()];
  }

  find(path: string): SourceFile | undefined {
    return this.#files.get(path);
  }

  load(target: Extract<FileTarget, { kind: "file" }>): SourceFile {
    const known = this.#files.get(target.path);
    if (known) {
      return known;
    }
    const file = read(target.path, target.absolutePath);
    this.#files.set(target.path, file);
    return file;
  }
}

function read(path: string, absolutePath: string): SourceFile {
  const refuse = (message: string, fix: string): SourceFile =>
    new SourceFile(path, absolutePath, "", {
      value: undefined,
      diagnostics: [documentDiagnostic({ code: "GW1001", at: offsetRef(path, 0), message, fix })],
      spans: () => ({ root: { start: 0, end: 0 }, members: new Map() }),
    });
  let bytes: Buffer;
  try {
    const { size } = statSync(absolutePath);
    if (size > MAX_FILE_BYTES) {
      return refuse(
        `the file has ${Math.ceil(size / 1_048_576)} MiB; ${MAX_FILE_BYTES / 1_048_576} MiB are read`,
        "Split the document over several files.",
      );
    }
    bytes = readFileSync(absolutePath);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    return refuse(
      `the file is there but cannot be read (${reason})`,
      "Allow the current user to read it.",
    );
  }
  if (!isUtf8(bytes)) {
    return refuse("the file is not UTF-8 text", "Save it as UTF-8.");
  }
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  return new SourceFile(path, absolutePath, text, parse(path, text));
}

function parse(path: string, text: string): ReadResult {
  if (/\.json$/i.test(path)) {
    return readJson(path, text);
  }
  // JSON is YAML too, and an order of magnitude faster to read as what it is.
  if (/^\s*[{[]/.test(text)) {
    const result = readJson(path, text);
    if (result.value !== undefined) {
      return result;
    }
  }
  return readYaml(path, text);
}
