import { resolve } from "node:path";
import { ApiEmitter, type GenerateResult, generate } from "@gatewright/compiler";
import type { Contract, FunctionResource, JsonObject, Resources } from "@gatewright/contract";
import { buildFunction, type FunctionBuild } from "../bundle/build-function.js";
import { runGenerate, throwConflicts } from "../commands/run-generate.js";
import { type ApiChoice, selectApis } from "../config/select-apis.js";
import { UserError } from "../terminal/user-error.js";
import { version } from "../version.js";

/** Everything that one state of the sources gives: what the local gateway runs, and what it is made from. */
export interface ApiVersion {
  readonly contract: Contract;
  /** The document in one piece, for the reference. */
  readonly openapi: JsonObject;
  /** The content of `rest-api.json`. */
  readonly definition: JsonObject;
  readonly resources: Resources;
  readonly builds: ReadonlyMap<string, FunctionBuild>;
}

/** What came of an attempt. `error`: a UserError and the like, or the result of a refused `generate`. */
export type VersionAttempt =
  | { readonly kind: "ready"; readonly version: ApiVersion }
  | { readonly kind: "refused"; readonly result: GenerateResult }
  | { readonly kind: "failed"; readonly error: unknown };

/** Collects what an attempt has read, also when it fails: these files are watched for the next one. */
export type ReadFiles = Set<string>;

/**
 * Makes a version: reads config and document, writes the outputs of the config, bundles the functions. Output is
 * written before the functions are built, because they import it.
 */
export async function makeVersion(
  choice: ApiChoice,
  conditions: readonly string[],
  files: ReadFiles,
): Promise<VersionAttempt> {
  try {
    return await attempt(choice, conditions, files);
  } catch (error) {
    return { kind: "failed", error };
  }
}

async function attempt(
  choice: ApiChoice,
  conditions: readonly string[],
  files: ReadFiles,
): Promise<VersionAttempt> {
  const { cwd } = choice;
  const { apis, config, projectRoot } = await selectApis({ ...choice, targets: ["rest-api"] });
  for (const input of config?.inputs ?? []) files.add(input);
  const [api, another] = apis;
  if (!api || another) {
    const names = apis.map(({ entry }) => entry).join(", ");
    const message = `one API runs at a time, the config has ${apis.length}: ${names}`;
    throw new UserError("GW4002", message, "Name the document: gatewright dev openapi.yaml");
  }
  // Without a config there is no folder that waits for output: everything happens in memory.
  const input = config ? api : { ...api, outputs: [] };
  const result = await runGenerate(() =>
    generate({ apis: [input], workingDirectory: cwd, version }),
  );
  for (const { analysis } of result.apis) {
    for (const name of analysis.compilation.files) files.add(resolve(cwd, name));
  }
  throwConflicts(result);
  const analysis = result.apis[0]?.analysis;
  if (result.outcome === "refused" || !analysis?.ready) return { kind: "refused", result };

  const emitter = new ApiEmitter(analysis);
  // What is imported is what runs: these are the emitted bytes, read back.
  const definition: JsonObject = JSON.parse((await emitter.emit("rest-api"))[0]?.text ?? "{}");
  const resources: Resources = JSON.parse((await emitter.emit("resources"))[0]?.text ?? "{}");
  const builds = await buildAll(resources.functions, projectRoot, conditions, files);
  const { contract } = analysis.ready;
  const openapi = analysis.compilation.bundle;
  return { kind: "ready", version: { contract, openapi, definition, resources, builds } };
}

async function buildAll(
  functions: readonly FunctionResource[],
  root: string,
  conditions: readonly string[],
  files: ReadFiles,
): Promise<ReadonlyMap<string, FunctionBuild>> {
  const builds = new Map<string, FunctionBuild>();
  for (const resource of functions) {
    if (resource.kind === "api" && resource.entry === undefined) {
      throw new UserError(
        "GW4009",
        `the function ${JSON.stringify(resource.name)} has no entry`,
        `Name it in gatewright.config.ts: functions: { ${JSON.stringify(resource.name)}: { entry: "src/function.ts" } }`,
      );
    }
    if (resource.entry !== undefined) files.add(resolve(root, resource.entry));
    const build = await buildFunction(resource, { root, mode: "development", conditions });
    for (const file of build.inputs) if (!file.includes("/node_modules/")) files.add(file);
    builds.set(resource.name, build);
  }
  return builds;
}
