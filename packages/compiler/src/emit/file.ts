import type { Code } from "./code.js";
import type { EmittedFile } from "./emitter.js";

/** A source file of the output; text comes from `code`, never from a string. */
export function file(path: string, content: Code): EmittedFile {
  // A line end inside of a literal is escaped, so what stands before one is never data.
  const text = content.toString().replace(/[ \t]+$/gm, "");
  return { path, text: text.endsWith("\n") ? text : `${text}\n` };
}

/** A JSON file of the output, printed once from data. */
export function jsonFile(path: string, value: unknown): EmittedFile {
  return { path, text: `${JSON.stringify(value, null, 2)}\n` };
}
