import type { EmitName, SettingsInput, TargetName } from "@gatewright/compiler";

/**
 * What `gatewright.config.ts` exports: the deployment facts that documents do not hold. Relative paths
 * start at the folder of the config file.
 */
export interface GatewrightConfig {
  readonly apis: readonly ApiConfig[];
  /** Widest folder that documents may refer into with `$ref`; each document's own folder when left out. */
  readonly root?: string;
  readonly dev?: DevConfig;
}

/** One document, where its output goes, and what deployment needs to know beside it. */
export interface ApiConfig extends Omit<SettingsInput, "rootFromOutput"> {
  /** The OpenAPI document: `openapi/whiteboard.yaml`. */
  readonly document: string;
  readonly outputs: readonly OutputConfig[];
  /** Targets that must be met: what stands in their way is an error instead of a warning. */
  readonly targets?: readonly TargetName[];
}

/** A folder and the parts that belong there; every part when `emit` is left out. */
export interface OutputConfig {
  readonly dir: string;
  readonly emit?: readonly EmitName[];
}

/** Defaults of `gatewright dev`; its options and the environment come first. */
export interface DevConfig {
  readonly port?: number;
  readonly controlPort?: number;
  /** Where the embedded database keeps its data; `.gatewright/data` when left out. */
  readonly dataDir?: string;
}

/** Gives the config back as it is, with its types checked: `export default defineConfig({ apis: [...] })`. */
export function defineConfig(config: GatewrightConfig): GatewrightConfig {
  return config;
}
