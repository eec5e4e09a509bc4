import { relative, sep } from "node:path";

/** A path as people read it: relative to the working directory, with `/`. */
export function relativeTo(cwd: string, file: string): string {
  const path = relative(cwd, file).split(sep).join("/");
  return path === "" ? "." : path;
}
