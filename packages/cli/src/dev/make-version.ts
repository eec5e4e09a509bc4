import { join, resolve } from "node:path";
import { ApiEmitter, type GenerateResult, generate } from "@gatewright/compiler";
import type { Contract, FunctionResource, JsonObject, Resources } from "@gatewright/contract";
import { type FunctionBuild, FunctionBuilder } from "../bundle/build-function.js";
import { runGenerate, throwConflicts } from "../commands/run-generate.js";
import { type ApiChoice, selectApis } from "../config/select-apis.js";
import { UserError } from "../terminal/user-error.js";
import { version } from "../version.js";

/** What a document gives. */
interface ContractVersion {
  readonly contract: Contract;
  /** The document in one piece, for the reference. */
  readonly openapi: JsonObject;
  /** The content of `rest-api.json`. */
  readonly definition: JsonObject;
  readonly resources: Resources;
}

/** Everything that one state of the sources gives: what the local gateway runs, and what it is made from. */
export interface ApiVersion extends ContractVersion {
  readonly builds: ReadonlyMap<string, FunctionBuild>;
}

/** What came of an attempt. `error`: a UserError and the like; `result`: that of a refused `generate`. */
export type VersionAttempt =
  | { readonly kind: "ready"; readonly version: ApiVersion }
  | { readonly kind: "refused"; readonly result: GenerateResult }
  | { readonly kind: "failed"; readonly error: unknown };

/** Collects what an attempt touches, also when it fails. */
export interface TouchedFiles {
  /** Watched for the next attempt. */
  readonly read: Set<string>;
  /** Generated: their change is not news. */
  readonly written: Set<string>;
}

type ContractAttempt =
  | { readonly kind: "ready"; readonly made: ContractVersion }
  | Exclude<VersionAttempt, { kind: "ready" }>;

/** Makes one version after another from the sources as they are. */
export class VersionMaker {
  readonly #choice: ApiChoice;
  readonly #builder: FunctionBuilder;
  /** The last document that was good, and the files that it was made from. */
  #last: { readonly made: ContractVersion; readonly files: ReadonlySet<string> } | null = null;

  /** `root`: where entries of functions start. */
  constructor(choice: ApiChoice, root: string, conditions: readonly string[]) {
    this.#choice = choice;
    this.#builder = new FunctionBuilder({ root, mode: "development", conditions });
  }

  /**
   * Reads config and document, writes the outputs of the config, bundles the functions; what was touched lands in
   * `files`. Output is written before the functions are built, because they import it. When `changed` holds
   * neither config nor document, these are taken from the version before.
   */
  async make(files: TouchedFiles, changed?: readonly string[]): Promise<VersionAttempt> {
    try {
      const attempt = await this.#makeContract(files, changed);
      if (attempt.kind !== "ready") return attempt;
      const { made } = attempt;
      const builds = await buildAll(made.resources.functions, this.#builder, files);
      return { kind: "ready", version: { ...made, builds } };
    } catch (error) {
      return { kind: "failed", error };
    }
  }

  close(): Promise<void> {
    return this.#builder.dispose();
  }

  async #makeContract(
    files: TouchedFiles,
    changed: readonly string[] | undefined,
  ): Promise<ContractAttempt> {
    const last = this.#last;
    if (last && changed && !changed.some((file) => last.files.has(file))) {
      for (const file of last.files) files.read.add(file);
      return { kind: "ready", made: last.made };
    }
    this.#last = null;
    const attempt = await makeContract(this.#choice, files);
    if (attempt.kind === "ready") this.#last = { made: attempt.made, files: new Set(files.read) };
    return attempt;
  }
}

async function makeContract(choice: ApiChoice, files: TouchedFiles): Promise<ContractAttempt> {
  const { cwd } = choice;
  const { apis, config } = await selectApis({ ...choice, targets: ["rest-api"] });
  for (const input of config?.inputs ?? []) files.read.add(input);
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
    for (const name of analysis.compilation.files) files.read.add(resolve(cwd, name));
  }
  for (const { dir, changes } of result.apis.flatMap(({ folders }) => folders)) {
    for (const { path } of changes) files.written.add(join(dir, path));
  }
  throwConflicts(result);
  const analysis = result.apis[0]?.analysis;
  if (result.outcome === "refused" || !analysis?.ready) return { kind: "refused", result };

  const emitter = new ApiEmitter(analysis);
  // What is imported is what runs: these are the emitted bytes, read back.
  const definition: JsonObject = JSON.parse((await emitter.emit("rest-api"))[0]?.text ?? "{}");
  const resources: Resources = JSON.parse((await emitter.emit("resources"))[0]?.text ?? "{}");
  const { contract } = analysis.ready;
  const openapi = analysis.compilation.bundle;
  return { kind: "ready", made: { contract, openapi, definition, resources } };
}

/** Installed packages change with an install, not while somebody works on handlers. */
const PACKAGED = /[\\/]node_modules[\\/]/;

async function buildAll(
  functions: readonly FunctionResource[],
  builder: FunctionBuilder,
  files: TouchedFiles,
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
    if (resource.entry !== undefined) files.read.add(builder.entryOf(resource.entry));
    const build = await builder.build(resource);
    for (const file of build.inputs) if (!PACKAGED.test(file)) files.read.add(file);
    builds.set(resource.name, build);
  }
  return builds;
}
