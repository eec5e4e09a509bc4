import type { JsonObject } from "@gatewright/contract";
import type { CorsSettings, EnvironmentSetting, GatewayValidation } from "../settings.js";

/** Deployment facts as `gatewright.config.ts` gives them: all optional, tables and functions keyed by name. */
export interface SettingsInput {
  /** Becomes the slug; `info.title` does when it is left out. */
  readonly name?: string | undefined;
  readonly gatewayValidation?: GatewayValidation | undefined;
  /** Given, its own defaults are filled in from the contract; left out or null, no cross-origin calls. */
  readonly cors?: Partial<CorsSettings> | null | undefined;
  readonly functions?: Readonly<Record<string, FunctionInput>> | undefined;
  readonly authorizers?: Readonly<Record<string, AuthorizerInput>> | undefined;
  readonly tables?: Readonly<Record<string, JsonObject>> | undefined;
  readonly integrationTimeoutMs?: number | undefined;
  readonly quotas?: { readonly resources?: number; readonly authorizers?: number } | undefined;
  readonly rootFromOutput?: string | undefined;
}

export interface FunctionInput {
  readonly entry?: string | undefined;
  readonly memoryMiB?: number | undefined;
  readonly timeoutSeconds?: number | undefined;
  /** A string is a constant. */
  readonly environment?: Readonly<Record<string, string | EnvironmentSetting>> | undefined;
  readonly tables?: readonly string[] | undefined;
  readonly operations?: readonly string[] | undefined;
  readonly bundle?: string | undefined;
}

export interface AuthorizerInput extends FunctionInput {
  /** Security schemes that it decides; left out: all that no other authorizer names. */
  readonly schemes?: readonly string[] | undefined;
  readonly resultTtlSeconds?: number | undefined;
}
