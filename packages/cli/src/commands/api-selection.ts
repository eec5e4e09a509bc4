import { realpathSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { type ApiInput, EMIT_NAMES, type EmitName, type Target } from "@gatewright/compiler";
import type { ApiConfig } from "../config/config.js";
import { CONFIG_FILES, findConfig, type LoadedConfig, loadConfig } from "../config/load-config.js";
import type { Given } from "../terminal/arguments.js";
import type { CommandOption } from "../terminal/command.js";
import { didYouMean } from "../terminal/did-you-mean.js";
import { relativeTo } from "../terminal/report-failure.js";
import type { Terminal } from "../terminal/terminal.js";
import { UserError } from "../terminal/user-error.js";

/** What a command works on. */
export interface ApiSelection {
  readonly apis: readonly ApiInput[];
  /** Where functions' entries and bundles start: the config's folder, or the working directory. */
  readonly projectRoot: string;
  /** The config that applies; null when there is none, or when the document is none of its own. */
  readonly config: LoadedConfig | null;
}

/** Options of every command that works on documents. */
export const API_OPTIONS: readonly CommandOption[] = [
  {
    name: "config",
    value: "FILE",
    help: "Config file; gatewright.config.ts of this folder or one above it when left out.",
  },
  {
    name: "root",
    value: "DIR",
    help: "Widest folder that the document may refer into; its own folder when left out.",
  },
];

const TARGETS: readonly Exclude<Target, null>[] = ["rest-api", "http-api", "get-sdk"];
const DEFAULT_OUT = "generated";

/**
 * Finds the documents, and what the config says about them. The config applies when no document is named,
 * or one of its own; else stderr says that it was ignored.
 */
export async function selectApis(
  given: Given,
  terminal: Terminal,
  document: string | undefined = given.positionals[0],
): Promise<ApiSelection> {
  const { cwd } = terminal;
  const named = given.value("config");
  const file = named === undefined ? await findConfig(cwd) : resolve(cwd, named);
  if (document === undefined && file === null) {
    throw new UserError(
      "GW4002",
      `no document was named, and there is no ${CONFIG_FILES[0]} here or in a folder above`,
      "Name the document: gatewright generate openapi.yaml --out generated",
    );
  }
  const targets = targetNames(given.list("target"));
  const config = file === null ? null : await loadConfig(file);
  const own = config ? config.config.apis.filter((api) => isOwn(api, config, document, cwd)) : [];
  if (config && own.length > 0) {
    const apis = own.map((api) => configuredApi(api, config, given, targets, cwd));
    assertFolders(apis, config);
    return { apis, projectRoot: config.dir, config };
  }
  if (document === undefined) {
    throw new UserError("GW4002", "the config lists no API", "Add one to `apis`.", {
      file: config?.file ?? "",
      line: 1,
      column: 1,
    });
  }
  if (config) {
    terminal.err(
      `${relativeTo(cwd, config.file)} is ignored: ${document} is none of its documents.\n`,
    );
  }
  const entry = resolve(cwd, document);
  const api: ApiInput = {
    entry,
    root: resolve(cwd, given.value("root") ?? dirname(entry)),
    projectRoot: cwd,
    settings: {},
    targets,
    outputs: [{ dir: resolve(cwd, given.value("out") ?? DEFAULT_OUT), emit: emitNames(given) }],
  };
  return { apis: [api], projectRoot: cwd, config: null };
}

/** What `--emit` names; every part when it is left out. */
function emitNames(given: Given): readonly EmitName[] {
  const names = given.list("emit");
  return names.length === 0 ? EMIT_NAMES : names.map((name) => oneOf(name, EMIT_NAMES, "--emit"));
}

function targetNames(names: readonly string[]): readonly Exclude<Target, null>[] {
  return [...new Set(names.map((name) => oneOf(name, TARGETS, "--target")))];
}

/** The name as one of a list. Throws a UserError that lists them. */
export function oneOf<Name extends string>(
  given: string,
  names: readonly Name[],
  option: string,
): Name {
  const found = names.find((name) => name === given);
  if (found !== undefined) return found;
  const message = `${option} knows no ${JSON.stringify(given)}${didYouMean(given, names)}`;
  throw new UserError("GW4006", message, `Use ${names.join(", ")}.`);
}

function isOwn(
  api: ApiConfig,
  { dir }: LoadedConfig,
  document: string | undefined,
  cwd: string,
): boolean {
  return (
    document === undefined ||
    realPath(resolve(dir, api.document)) === realPath(resolve(cwd, document))
  );
}

function configuredApi(
  api: ApiConfig,
  { config, dir }: LoadedConfig,
  given: Given,
  targets: readonly Exclude<Target, null>[],
  cwd: string,
): ApiInput {
  const { document, outputs, targets: always = [], ...settings } = api;
  const entry = resolve(dir, document);
  const root = given.value("root");
  const out = given.value("out");
  const only = given.list("emit").length === 0 ? null : emitNames(given);
  return {
    entry,
    root: root === undefined ? resolve(dir, config.root ?? dirname(entry)) : resolve(cwd, root),
    projectRoot: dir,
    settings,
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

function assertFolders(apis: readonly ApiInput[], { file, dir }: LoadedConfig): void {
  const owner = new Map<string, ApiInput>();
  for (const api of apis) {
    for (const output of api.outputs) {
      const other = owner.get(output.dir);
      if (other) {
        const name = relative(dir, output.dir) || ".";
        const message = `the folder ${JSON.stringify(name)} is the output of two entries`;
        const fix = "Give each output a folder of its own, or join the lists of `emit`.";
        throw new UserError("GW4007", message, fix, { file, line: 1, column: 1 });
      }
      owner.set(output.dir, api);
    }
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
