import type { Contract, SourceRef } from "@gatewright/contract";
import { REST_API_INTEGRATION_TIMEOUT_MS } from "../api-gateway/limits.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { ApiSettings, FunctionSettings } from "../settings.js";
import { checkSettings } from "./check-settings.js";
import { authorizerSettings } from "./default-authorizers.js";
import { corsSettings } from "./default-cors.js";
import { functionSettings } from "./default-functions.js";
import type { SettingsInput } from "./settings-input.js";
import { pascalCase, slugOf } from "./slug.js";

/**
 * Complete settings from what a config gives: one function for the API and one authorizer for each protected
 * requirement set where nothing is said. `at` is the place of the API in the config, for complaints about it.
 */
export function resolveSettings(
  contract: Contract,
  input: SettingsInput = {},
  at: SourceRef = "gatewright.config.ts#",
): { readonly settings: ApiSettings; readonly diagnostics: readonly Diagnostic[] } {
  const slug = slugOf(input.name ?? contract.info.title);
  const functions = apiFunctions(slug, input);
  const authorizers = authorizerSettings(
    contract,
    slug,
    input.authorizers ?? {},
    functions.map(({ name }) => name),
  );
  const settings: ApiSettings = {
    slug,
    typeName: pascalCase(slug),
    gatewayValidation: input.gatewayValidation ?? "off",
    cors: input.cors ? corsSettings(contract, input.cors) : null,
    functions: [
      ...functions,
      ...authorizers.map(({ functionName }) =>
        functionSettings(
          functionName,
          "authorizer",
          new Map(Object.entries(input.authorizers ?? {})).get(functionName) ?? {},
        ),
      ),
    ],
    authorizers,
    tables: Object.entries(input.tables ?? {}).map(([name, properties]) => ({ name, properties })),
    integrationTimeoutMs: input.integrationTimeoutMs ?? REST_API_INTEGRATION_TIMEOUT_MS,
    ...(input.quotas && { quotas: input.quotas }),
    ...(input.rootFromOutput !== undefined && { rootFromOutput: input.rootFromOutput }),
  };
  const configured = Object.keys(input.authorizers ?? {});
  return { settings, diagnostics: checkSettings(contract, settings, at, configured) };
}

/** Configured functions; one with the API's name serves what the others do not name. */
function apiFunctions(slug: string, input: SettingsInput): readonly FunctionSettings[] {
  const configured = Object.entries(input.functions ?? {}).map(([name, given]) =>
    functionSettings(name, "api", given),
  );
  return configured.some(({ operations }) => operations === undefined)
    ? configured
    : [functionSettings(slug, "api", {}), ...configured];
}
