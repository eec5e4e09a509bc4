import type { JsonObject } from "./json.js";

/**
 * The content of `resources.json`: what has to exist beside the API definition. The local gateway
 * creates it on this machine, the templates create it on AWS; both read this one file.
 */
export interface Resources {
  readonly formatVersion: 1;
  /** The API's slug, for example `whiteboard`: lower-case letters, digits and `-`. */
  readonly api: string;
  readonly tables: readonly TableResource[];
  readonly functions: readonly FunctionResource[];
}

export interface TableResource {
  /** DynamoDB table name, for example `whiteboard`. */
  readonly name: string;
  /** Logical id in templates, alphanumeric. */
  readonly logicalId: string;
  /** Properties of `AWS::DynamoDB::Table` as CloudFormation writes them, without `TableName`. */
  readonly properties: JsonObject;
}

export interface FunctionResource {
  /** The function's name: the last segment of the ARN in the definition's integrations and authorizers. */
  readonly name: string;
  readonly logicalId: string;
  readonly kind: "api" | "authorizer";
  /**
   * Source module that exports `handler`, relative to the project root with `/`. Left out for an authorizer
   * that nobody has written: what is deployed for it denies every call.
   */
  readonly entry?: string;
  /** Folder of the built bundle, relative to the project root; the module in it is `index.mjs`. */
  readonly bundle: string;
  readonly memoryMiB: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, EnvironmentValue>>;
  /** Names of tables that the function reads and writes. */
  readonly tables: readonly string[];
}

/** `value`: a constant. `table`: the deployed name of a table. `parameter`: given at deployment; `local` is used on this machine. */
export type EnvironmentValue =
  | { readonly value: string }
  | { readonly table: string }
  | { readonly parameter: string; readonly local?: string };
