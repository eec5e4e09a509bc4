import type { EnvironmentSetting, FunctionSettings } from "../settings.js";
import type { FunctionInput } from "./settings-input.js";

const DEFAULTS = {
  api: { memoryMiB: 512, timeoutSeconds: 10 },
  authorizer: { memoryMiB: 256, timeoutSeconds: 5 },
} as const;

/** A function with every default filled in. */
export function functionSettings(
  name: string,
  kind: "api" | "authorizer",
  input: FunctionInput,
): FunctionSettings {
  return {
    name,
    kind,
    entry: input.entry ?? null,
    memoryMiB: input.memoryMiB ?? DEFAULTS[kind].memoryMiB,
    timeoutSeconds: input.timeoutSeconds ?? DEFAULTS[kind].timeoutSeconds,
    environment: Object.fromEntries(
      Object.entries(input.environment ?? {}).map(([variable, setting]) => [
        variable,
        environmentSetting(setting),
      ]),
    ),
    tables: [...new Set([...(input.tables ?? []), ...tablesOf(input)])],
    ...(input.operations && { operations: input.operations }),
    bundle: input.bundle ?? `dist/functions/${name}`,
  };
}

/** Tables whose names a function gets are tables that it uses. */
function tablesOf(input: FunctionInput): readonly string[] {
  return Object.values(input.environment ?? {}).flatMap((setting) =>
    typeof setting === "object" && "table" in setting ? [setting.table] : [],
  );
}

function environmentSetting(setting: string | EnvironmentSetting): EnvironmentSetting {
  return typeof setting === "string" ? { value: setting } : setting;
}
