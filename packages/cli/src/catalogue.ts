import {
  type CatalogueEntry,
  catalogue as compilerEntries,
  findEntry as findIn,
} from "@gatewright/compiler";
import { localErrors } from "@gatewright/local";

/** Every code that a command can print, in the order of the codes. */
export const catalogue: readonly CatalogueEntry[] = [
  ...compilerEntries,
  ...Object.entries(localErrors).map(([code, entry]) => ({ code, ...entry })),
].sort((a, b) => (a.code < b.code ? -1 : 1));

/** The entry of `GW1003`, also for `gw1003`, `1003` and `AGW105`. */
export function findEntry(code: string): CatalogueEntry | undefined {
  return findIn(code, catalogue);
}
