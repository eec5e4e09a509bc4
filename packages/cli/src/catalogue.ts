import { type CatalogueEntry, catalogue as compilerEntries } from "@gatewright/compiler";
import { localErrors } from "@gatewright/local";

/** Every code that a command can print, in the order of the codes. */
export const catalogue: readonly CatalogueEntry[] = [
  ...compilerEntries,
  ...Object.entries(localErrors).map(([code, entry]) => ({ code, ...entry })),
].sort((a, b) => (a.code < b.code ? -1 : 1));

/** The entry of `GW1003`, also for `gw1003`, `1003` and `AGW105`. */
export function findEntry(given: string): CatalogueEntry | undefined {
  const code = given
    .trim()
    .toUpperCase()
    .replace(/^AGW/, "GW2")
    .replace(/^(?=\d)/, "GW");
  return catalogue.find((entry) => entry.code === code);
}
