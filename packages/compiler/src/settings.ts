import type { JsonObject } from "@gatewright/contract";

/** When API Gateway itself checks requests of a REST API: see docs/request-validation.md. */
export type GatewayValidation = "off" | "parameters" | "all";

/**
 * Deployment facts that a document does not hold, complete: every default is filled in. They come from
 * `gatewright.config.ts`, or from the document's title alone.
 */
export interface ApiSettings {
  /** Lower-case letters, digits and `-`: names functions and files. From the config or from `info.title`. */
  readonly slug: string;
  /** PascalCase form of the slug: `Whiteboard` in `createWhiteboard`, `mockWhiteboard`. */
  readonly typeName: string;
  readonly gatewayValidation: GatewayValidation;
  readonly cors: CorsSettings | null;
  readonly functions: readonly FunctionSettings[];
  readonly authorizers: readonly AuthorizerSettings[];
  readonly tables: readonly TableSettings[];
  /** Milliseconds API Gateway waits for a function; at most 29,000 for a REST API. */
  readonly integrationTimeoutMs: number;
  /** Quotas that AWS has raised for the account; the usual ones hold where nothing is said. */
  readonly quotas?: { readonly resources?: number; readonly authorizers?: number };
  /** Path from the folder that holds `template.yaml` to the project root, where bundles start; `.` when left out. */
  readonly rootFromOutput?: string;
}

export interface CorsSettings {
  /** `["*"]`, or origins such as `https://whiteboard.example`. */
  readonly allowOrigins: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly allowCredentials: boolean;
  readonly maxAgeSeconds: number;
}

export interface FunctionSettings {
  readonly name: string;
  readonly kind: "api" | "authorizer";
  /** Module that exports `handler`, relative to the project root. Without one an authorizer denies. */
  readonly entry: string | null;
  readonly memoryMiB: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, EnvironmentSetting>>;
  readonly tables: readonly string[];
  /** operationIds that this function serves; left out: all that no other function names. */
  readonly operations?: readonly string[];
  /** Folder of the bundle, relative to the project root; `dist/functions/NAME` when left out. */
  readonly bundle?: string;
}

export type EnvironmentSetting =
  | { readonly value: string }
  | { readonly table: string }
  | { readonly parameter: string; readonly local?: string };

/** One authorizer function and the security schemes whose requirements it decides. */
export interface AuthorizerSettings {
  /** Name of the function. */
  readonly functionName: string;
  readonly schemes: readonly string[];
  /** Seconds API Gateway keeps an answer per identity; 0 to 3,600. */
  readonly resultTtlSeconds: number;
  /** Set when a REST API needs no function for these schemes because its own API keys decide them. */
  readonly onlyFor?: "http-api";
}

export interface TableSettings {
  readonly name: string;
  /** Properties of `AWS::DynamoDB::Table` as CloudFormation writes them, without `TableName`. */
  readonly properties: JsonObject;
}
