import type { Contract, FunctionResource, JsonObject } from "@gatewright/contract";
import { restApiDefinition } from "../../api-gateway/rest-api/definition.js";
import { asksForApiKeys } from "../../api-gateway/rest-api/security-schemes.js";
import type { ApiSettings } from "../../settings.js";
import { resourcesOf } from "./resources.js";

/** What the templates deploy: a REST API and the functions that it can need. */
export interface Deployment {
  readonly definition: JsonObject;
  readonly functions: readonly FunctionResource[];
  readonly tables: ReturnType<typeof resourcesOf>["tables"];
  /** True when some method asks for an API key, which takes a usage plan to work. */
  readonly hasApiKeys: boolean;
}

/** Actions of a function on its tables: everything that reads or writes items by key, no scans. */
export const TABLE_ACTIONS = [
  "dynamodb:BatchGetItem",
  "dynamodb:BatchWriteItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:DeleteItem",
  "dynamodb:GetItem",
  "dynamodb:PutItem",
  "dynamodb:Query",
  "dynamodb:UpdateItem",
];

export const LOG_ACTIONS = ["logs:CreateLogStream", "logs:PutLogEvents"];

export const FUNCTION_RUNTIME = "nodejs24.x";
export const FUNCTION_ARCHITECTURE = "arm64";
/** `index.mjs` in the bundle, its export `handler`. */
export const FUNCTION_HANDLER = "index.handler";
export const LOG_RETENTION_DAYS = 30;

export function deploymentOf(contract: Contract, settings: ApiSettings): Deployment {
  const { functions, tables } = resourcesOf(settings);
  const httpOnly = settings.authorizers
    .filter(({ onlyFor }) => onlyFor === "http-api")
    .map(({ functionName }) => functionName);
  const definition = restApiDefinition(contract, settings);
  return {
    definition,
    functions: functions.filter(({ name }) => !httpOnly.includes(name)),
    tables,
    hasApiKeys: asksForApiKeys(definition),
  };
}

/** `NODE_ENV` is `production` unless the settings say otherwise: responses are not checked then. */
export function environmentOf({ environment }: FunctionResource): FunctionResource["environment"] {
  return { NODE_ENV: { value: "production" }, ...environment };
}

/** True for a table with indexes, which have ARNs of their own. */
export function hasIndexes(properties: JsonObject): boolean {
  return ["GlobalSecondaryIndexes", "LocalSecondaryIndexes"].some((name) =>
    Object.hasOwn(properties, name),
  );
}
