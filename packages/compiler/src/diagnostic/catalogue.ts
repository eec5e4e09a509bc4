import { apiGatewayEntries } from "./catalogue/api-gateway.js";
import { cliEntries } from "./catalogue/cli.js";
import { documentEntries } from "./catalogue/document.js";
import type { CatalogueEntry } from "./catalogue/entry.js";
import { runtimeEntries } from "./catalogue/runtime.js";

/** Every code that exists, in the order of the codes. */
export const catalogue: readonly CatalogueEntry[] = [
  ...documentEntries,
  ...apiGatewayEntries,
  ...cliEntries,
  ...runtimeEntries,
].sort((left, right) => (left.code < right.code ? -1 : 1));

/** The entry of `GW1003`, also for `gw1003`, `1003` and `AGW105`; undefined when there is none. */
export function findEntry(
  code: string,
  entries: readonly CatalogueEntry[] = catalogue,
): CatalogueEntry | undefined {
  const wanted = code
    .trim()
    .toUpperCase()
    .replace(/^AGW/, "GW2")
    .replace(/^(?=\d)/, "GW");
  return entries.find((entry) => entry.code === wanted);
}

/** Markdown page of a code, as `docs/diagnostics/GWnnnn.md` holds it. */
export function renderPage(entry: CatalogueEntry): string {
  const parts = [`# ${entry.code}: ${entry.title}`, entry.cause, "## What to do", entry.fix];
  if (entry.rejected !== undefined) {
    parts.push("## Rejected", fence(entry.rejected));
  }
  if (entry.accepted !== undefined) {
    parts.push("## Accepted", fence(entry.accepted));
  }
  return `${parts.join("\n\n")}\n`;
}

/** A code fence longer than any run of backticks in the text. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}yaml\n${text.replace(/\n+$/, "")}\n${ticks}`;
}
