import type { CatalogueEntry } from "./entry.js";

/** GW1xxx: the document itself. */
export const documentEntries: readonly CatalogueEntry[] = [];
