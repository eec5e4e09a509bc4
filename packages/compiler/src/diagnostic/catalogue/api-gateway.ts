import { apiGatewayEnforcementEntries } from "./api-gateway-enforcement.js";
import { apiGatewayImportEntries } from "./api-gateway-import.js";
import type { CatalogueEntry } from "./entry.js";
import { settingsEntries } from "./settings.js";

/** GW2xxx: what API Gateway takes and what it enforces, with the codes about deployment settings. */
export const apiGatewayEntries: readonly CatalogueEntry[] = [
  ...apiGatewayImportEntries,
  ...apiGatewayEnforcementEntries,
  ...settingsEntries,
];
