import { operationEntries } from "./document/operation.js";
import { schemaEntries } from "./document/schema.js";
import { sourceEntries } from "./document/source.js";
import { structureEntries } from "./document/structure.js";
import type { CatalogueEntry } from "./entry.js";

/** GW1xxx: the document itself. */
export const documentEntries: readonly CatalogueEntry[] = [
  ...sourceEntries,
  ...structureEntries,
  ...schemaEntries,
  ...operationEntries,
];
