import { realpathSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { type ApiInput, EMIT_NAMES, type EmitName, type TargetName } from "@gatewright/compiler";
import { relativeTo } from "../terminal/relative-to.js";
import { UserError } from "../terminal/user-error.js";
import type { ApiConfig } from "./config.js";
import { CONFIG_FILES, findConfig, type LoadedConfig, loadConfig } from "./load-config.js";
import { objectAround, placeOfKey } from "./place-of-key.js";

/** What a command was asked to work on; paths are relative to `cwd`. */
export interface ApiChoice {
  readonly cwd: string;
  readonly document?: string | undefined;
  readonly config?: string | undefined;
  readonly root?: string | undefined;
  readonly out?: string | undefined;
  /** Empty: all. */
  readonly emit?: readonly EmitName[];
  readonly targets?: readonly TargetName[];
}

/** What a command works on. */
export interface ApiSelection {
  readonly apis: readonly ApiInput[];
  /** Where functions' entries and bundles start: the config's folder, or the working directory. */
  readonly projectRoot: string;
  /** The config that applies; null when there is none, or when the document is none of its own. */
  readonly config: LoadedConfig | null;
  /** Something to tell the user about the choice; null when it went as expected. */
  readonly notice: string | null;
}

const DEFAULT_OUT = "generated";

/** Finds the documents, and what the config says about them. It applies when no document is named, or one of its own. */
export async function selectApis(choice: ApiChoice): Promise<ApiSelection> {
  const { cwd, document } = choice;
  if (document !== undefined) assertFileName(document);
  const file = choice.config === undefined ? await findConfig(cwd) : resolve(cwd, choice.config);
  if (document === undefined && file === null) {
    throw new UserError(
      "GW4002",
      `no document was named, and there is no ${CONFIG_FILES[0]} here or in a folder above`,
      "Name the document: gatewright generate openapi.yaml --out generated",
    );
  }
  const config = file === null ? null : await loadConfig(file);
  const own = config?.config.apis.filter((api) => isOwn(api, config, choice)) ?? [];
  if (config && own.length > 0) {
    const apis = own.map((api) => configuredApi(api, config, choice));
    assertFolders(apis, config);
    return { apis, projectRoot: config.dir, config, notice: null };
  }
  if (document === undefined) {
    const place = { file: config?.file ?? "", line: 1, column: 1 };
    throw new UserError("GW4002", "the config lists no API", "Add one to `apis`.", place);
  }
  const notice =
    config && `${relativeTo(cwd, config.file)} is ignored: ${document} is none of its documents.`;
  return { apis: [plainApi(document, choice)], projectRoot: cwd, config: null, notice };
}

/** Throws a UserError for what cannot be the path of a file. */
function assertFileName(document: string): void {
  if (document === "") {
    throw new UserError(
      "GW4002",
      "the name of the document is empty",
      "Name a file, for example openapi.yaml; a variable of the shell may not be set.",
    );
  }
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(document)) {
    throw new UserError(
      "GW4002",
      `${JSON.stringify(document)} is an address; documents are not fetched`,
      "Download the document, keep it beside the code, and name the file.",
    );
  }
}

function isOwn(api: ApiConfig, { dir }: LoadedConfig, { cwd, document }: ApiChoice): boolean {
  return (
    document === undefined ||
    realPath(resolve(dir, api.document)) === realPath(resolve(cwd, document))
  );
}

/** A document by itself: nothing is known about its deployment. */
function plainApi(document: string, choice: ApiChoice): ApiInput {
  const { cwd, root, out = DEFAULT_OUT, emit = [], targets = [] } = choice;
  const entry = resolve(cwd, document);
  return {
    entry,
    root: resolve(cwd, root ?? dirname(entry)),
    projectRoot: cwd,
    settings: {},
    targets,
    outputs: [{ dir: resolve(cwd, out), emit: emit.length > 0 ? emit : EMIT_NAMES }],
  };
}

function configuredApi(api: ApiConfig, loaded: LoadedConfig, choice: ApiChoice): ApiInput {
  const { config, dir, file, source } = loaded;
  const { cwd, root, out, emit = [], targets = [] } = choice;
  const { document, outputs, targets: always = [], ...settings } = api;
  const entry = resolve(dir, document);
  const only = emit.length > 0 ? emit : null;
  return {
    entry,
    root: root === undefined ? resolve(dir, config.root ?? dirname(entry)) : resolve(cwd, root),
    projectRoot: dir,
    placesFrom: dir,
    settings,
    settingsPlace: (path) => ({
      file: relativeTo(cwd, file),
      ...placeOfKey(source, path, objectAround(source, document)),
    }),
    targets: [...new Set([...always, ...targets])],
    outputs:
      out === undefined
        ? outputs.map((output) => ({
            dir: resolve(dir, output.dir),
            emit: output.emit ?? EMIT_NAMES,
            ...(only && { only }),
          }))
        : [{ dir: resolve(cwd, out), emit: only ?? EMIT_NAMES }],
  };
}

function assertFolders(apis: readonly ApiInput[], { file, dir, source }: LoadedConfig): void {
  const seen = new Set<string>();
  for (const output of apis.flatMap(({ outputs }) => outputs)) {
    if (seen.has(output.dir)) {
      const name = relative(dir, output.dir) || ".";
      const message = `the folder ${JSON.stringify(name)} is the output of two entries`;
      const fix = "Give each output a folder of its own, or join the lists of `emit`.";
      const place = { file, ...placeOfKey(source, ["outputs", "dir"]) };
      throw new UserError("GW4007", message, fix, place);
    }
    seen.add(output.dir);
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
