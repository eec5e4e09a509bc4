// Writes docs/diagnostics/: a page for each code and a list of them, from the catalogue in the packages.
//   node scripts/diagnostic-pages.mjs            writes what has changed, removes pages of codes that are gone
//   node scripts/diagnostic-pages.mjs --check    changes nothing; exit code 2 when something would change
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue, renderPage } from "gatewright";
import { root, runMain, UserError } from "./toolchain.mjs";

const folder = join(root, "docs", "diagnostics");

/** Bands of codes, as STYLE numbers them. */
const BANDS = [
  ["GW1", "The document"],
  ["GW2", "What API Gateway takes"],
  ["GW3", "Writing files"],
  ["GW4", "Configuration and command line"],
  ["GW5", "The contract at run time"],
  ["GW6", "The local gateway"],
];

await runMain(() => {
  const pages = new Map(catalogue.map((entry) => [`${entry.code}.md`, renderPage(entry)]));
  pages.set("README.md", indexPage());
  const changes = changedPages(pages);
  if (process.argv.includes("--check")) {
    if (changes.length === 0) return 0;
    throw new UserError(
      `docs/diagnostics is not what the catalogue gives: ${changes.join(", ")}\nRun node scripts/diagnostic-pages.mjs and commit the result.`,
    );
  }
  mkdirSync(folder, { recursive: true });
  for (const name of changes) {
    const page = pages.get(name);
    if (page === undefined) rmSync(join(folder, name));
    else writeFileSync(join(folder, name), page);
  }
  process.stderr.write(`docs/diagnostics: ${pages.size} pages, ${changes.length} changed\n`);
  return 0;
});

function indexPage() {
  const sections = BANDS.map(([prefix, title]) => {
    const rows = catalogue
      .filter(({ code }) => code.startsWith(prefix))
      .map(({ code, title: fact }) => `- [${code}](${code}.md) ${fact}`);
    return rows.length === 0 ? "" : `\n## ${title}\n\n${rows.join("\n")}\n`;
  });
  return `# Diagnostics

Every complaint has a code, a place and a fix. \`gatewright explain CODE\` prints the pages listed here.
They are written by \`node scripts/diagnostic-pages.mjs\` from the catalogue.
${sections.join("")}`;
}

/** Names of pages that differ, are missing, or belong to no code. */
function changedPages(pages) {
  const present = readNames().filter((name) => name.endsWith(".md"));
  const wanted = [...pages].filter(
    ([name, page]) => !present.includes(name) || read(name) !== page,
  );
  return [...wanted.map(([name]) => name), ...present.filter((name) => !pages.has(name))].sort();
}

function read(name) {
  return readFileSync(join(folder, name), "utf8");
}

function readNames() {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
