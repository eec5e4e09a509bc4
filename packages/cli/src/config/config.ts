import type { EmitName, GatewayValidation, JsonObject, Target } from "@gatewright/compiler";

/**
 * What `gatewright.config.ts` exports: the deployment facts that documents do not hold. Relative paths
 * start at the folder of the config file.
 */
export interface GatewrightConfig {
  readonly apis: readonly ApiConfig[];
  /** Widest folder that documents may refer into with `$ref`; the config file's folder when left out. */
  readonly root?: string;
  readonly dev?: DevConfig;
}

/** One document, where its output goes, and what deployment needs to know beside it. */
export interface ApiConfig {
  /** The OpenAPI document: `openapi/whiteboard.yaml`. */
  readonly document: string;
  /** Names functions, files and `createNAME`; from `info.title` when left out. */
  readonly name?: string;
  readonly outputs: readonly OutputConfig[];
  /** Targets that must be met: what stands in their way is an error instead of a warning. */
  readonly targets?: readonly Exclude<Target, null>[];
  /** Keyed by function name; the function of the API itself has the API's name. */
  readonly functions?: Readonly<Record<string, FunctionConfig>>;
  /** Keyed by function name; one that is left out is generated and denies every call until it is written. */
  readonly authorizers?: Readonly<Record<string, AuthorizerConfig>>;
  /** Keyed by table name: properties of `AWS::DynamoDB::Table` as CloudFormation writes them, without `TableName`. */
  readonly tables?: Readonly<Record<string, JsonObject>>;
  /** `null` leaves cross-origin calls out. */
  readonly cors?: CorsConfig | null;
  /** What a REST API checks before it calls the function; `off` when left out. */
  readonly gatewayValidation?: GatewayValidation;
  /** How int64 values appear in TypeScript; `number` (range-checked) when left out. */
  readonly types?: { readonly int64?: "number" | "bigint" | "string" };
  /** At most 29,000 for a REST API. */
  readonly integrationTimeoutMs?: number;
}

/** A folder and the parts that belong there; every part when `emit` is left out. */
export interface OutputConfig {
  readonly dir: string;
  readonly emit?: readonly EmitName[];
}

export interface FunctionConfig {
  /** Module that exports `handler`. */
  readonly entry: string;
  readonly memoryMiB?: number;
  readonly timeoutSeconds?: number;
  /** A string is a constant. */
  readonly environment?: Readonly<Record<string, EnvironmentConfig>>;
  /** Names of the tables that the function reads and writes. */
  readonly tables?: readonly string[];
}

/** `table`: the deployed name of a table. `parameter`: given at deployment; `local` is used on this machine. */
export type EnvironmentConfig =
  | string
  | { readonly value: string }
  | { readonly table: string }
  | { readonly parameter: string; readonly local?: string };

export interface AuthorizerConfig extends Partial<FunctionConfig> {
  /** Security schemes of the document that this function decides; all that nobody else decides when left out. */
  readonly schemes?: readonly string[];
  /** Seconds API Gateway keeps an answer per identity, 0 to 3,600. */
  readonly resultTtlSeconds?: number;
}

export interface CorsConfig {
  /** `["*"]`, or origins such as `https://whiteboard.example`. */
  readonly allowOrigins?: readonly string[];
  readonly allowHeaders?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  readonly allowCredentials?: boolean;
  readonly maxAgeSeconds?: number;
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
