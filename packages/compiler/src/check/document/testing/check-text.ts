import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Compilation, compile } from "../../../compile.js";
import { renderPretty } from "../../../diagnostic/render-pretty.js";

/** Compiles documents that a test holds as text; `api.yaml`, or `api.json` if there is one, is the entry. */
export async function compileFiles(files: Readonly<Record<string, string>>): Promise<Compilation> {
  const folder = mkdtempSync(path.join(tmpdir(), "gatewright-check-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const entry = Object.hasOwn(files, "api.json") ? "api.json" : "api.yaml";
    return await compile({ entry, workingDirectory: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every diagnostic as it is printed; empty when there is none. */
export function printAll(compilation: Compilation): string {
  return compilation.diagnostics
    .map((diagnostic) =>
      renderPretty(compilation.locate(diagnostic), { frame: (place) => compilation.frame(place) }),
    )
    .join("\n");
}

/** What is printed about one document. */
export async function checkText(document: string): Promise<string> {
  return printAll(await compileFiles({ "api.yaml": document }));
}
