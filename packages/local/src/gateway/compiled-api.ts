import type { JsonObject, Resources } from "@gatewright/contract";
import type { GatewayDefinition, GatewayMethod } from "../definition/gateway-definition.js";
import { readDefinition } from "../definition/read-definition.js";
import { AuthorizerCache } from "./authorizer-cache.js";
import { FunctionRunner, type HandlerLoader } from "./function-runner.js";
import { type BodyChecks, compileBodyChecks } from "./request-check.js";
import { RouteTable } from "./route-table.js";
import type { Stage } from "./stage.js";

/** What the local gateway runs; replaced as a whole by a reload. */
export interface ApiSource {
  /** The content of a generated `rest-api.json`. */
  readonly definition: JsonObject;
  /** Keyed by the function name in the ARNs of the definition. */
  readonly functions: Readonly<Record<string, HandlerLoader>>;
  /** The content of `resources.json`: time-outs and memory of the functions. */
  readonly resources: Resources;
}

/** A definition compiled for answering: one route table, one runner per function, one authorizer cache. */
export interface CompiledApi {
  readonly definition: GatewayDefinition;
  readonly routes: RouteTable;
  readonly runners: ReadonlyMap<string, FunctionRunner>;
  readonly bodyChecks: ReadonlyMap<GatewayMethod, BodyChecks>;
  readonly authorizerCache: AuthorizerCache;
}

/** Lambda's own defaults, for a function that `resources.json` does not list. */
const DEFAULT_TIMEOUT_SECONDS = 3;
const DEFAULT_MEMORY_MIB = 128;

/** Throws a `LocalError` that names everything in the definition that cannot run here. */
export async function compileApi(source: ApiSource, stage: Stage): Promise<CompiledApi> {
  const names = Object.keys(source.functions);
  const definition = readDefinition(source.definition, new Set(names));
  const runners = new Map<string, FunctionRunner>();
  for (const [name, load] of Object.entries(source.functions)) {
    const resource = source.resources.functions.find((candidate) => candidate.name === name);
    runners.set(
      name,
      new FunctionRunner({
        name,
        load,
        timeoutMs: (resource?.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1_000,
        memoryMiB: resource?.memoryMiB ?? DEFAULT_MEMORY_MIB,
        region: stage.region,
        accountId: stage.accountId,
      }),
    );
  }
  return {
    definition,
    routes: new RouteTable(definition.resources),
    runners,
    bodyChecks: await compileBodyChecks(definition),
    authorizerCache: new AuthorizerCache(),
  };
}
