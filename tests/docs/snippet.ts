import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

/** One fenced block of a page. */
export interface Snippet {
  /** `docs/handlers.md § Tests`, and ` (2)` for the second of a language under a heading. */
  readonly name: string;
  readonly file: string;
  readonly language: string;
  readonly text: string;
}

/** Pages that people read. Those of the diagnostics are made from the catalogue, whose test runs their documents. */
export const pages: readonly string[] = globSync(
  [
    "README.md",
    "CONTRIBUTING.md",
    "docs/*.md",
    "docs/{decisions,reference}/*.md",
    "{packages,apps}/*/README.md",
  ],
  { cwd: root },
).toSorted();

/** Every fenced block of every page that names a language. */
export function readSnippets(): readonly Snippet[] {
  return pages.flatMap((file) => {
    const seen = new Map<string, number>();
    let heading = "";
    const found: Snippet[] = [];
    const parts = readFileSync(resolve(root, file), "utf8").split(/^```/m);
    for (const [index, part] of parts.entries()) {
      if (index % 2 === 0) {
        heading = [...part.matchAll(/^#+ (.+)$/gm)].at(-1)?.[1] ?? heading;
        continue;
      }
      const end = part.indexOf("\n");
      const language = part.slice(0, end).trim();
      if (language === "") continue;
      const key = `${file} § ${heading}`;
      const count = (seen.get(`${key} ${language}`) ?? 0) + 1;
      seen.set(`${key} ${language}`, count);
      const name = count === 1 ? key : `${key} (${count})`;
      found.push({ name, file, language, text: part.slice(end + 1) });
    }
    return found;
  });
}
