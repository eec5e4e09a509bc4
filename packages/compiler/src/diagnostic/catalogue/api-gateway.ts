import type { CatalogueEntry } from "./entry.js";

/** GW2xxx: what API Gateway takes. */
export const apiGatewayEntries: readonly CatalogueEntry[] = [];
