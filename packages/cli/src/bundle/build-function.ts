import { access } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { FunctionResource } from "@gatewright/contract";
import {
  type BuildContext,
  type BuildFailure,
  type BuildOptions,
  type BuildResult,
  context,
} from "esbuild";
import { UserError, UserErrors } from "../terminal/user-error.js";
import { DENY_ALL } from "./deny-all.js";

/** Name of a function's module in its folder; Lambda's handler setting is `index.handler`. */
export const FUNCTION_MODULE = "index.mjs";

export interface FunctionBuild {
  /** What the function deploys as: paths relative to its folder, with `/`. */
  readonly files: readonly { readonly path: string; readonly data: Uint8Array }[];
  /** Absolute paths of the sources that went in, those of packages too. */
  readonly inputs: readonly string[];
}

export interface BuildSettings {
  /** Absolute path of the project root; entries are relative to it. */
  readonly root: string;
  /** `production`: minified, development code removed. `development`: readable, with source maps inside. */
  readonly mode: "production" | "development";
  /** Export conditions beside the usual ones. */
  readonly conditions?: readonly string[];
}

/**
 * Bundles functions as ESM for Node 24. Packages go in, the AWS SDK too, so that what was tested is what runs.
 * Dynamic imports stay separate files: a module that a call does not need is not even parsed at start. What
 * esbuild has read stays in memory, so that building a function again takes only what has changed.
 */
export class FunctionBuilder {
  readonly #settings: BuildSettings;
  readonly #contexts = new Map<string, Promise<BuildContext<Options>>>();

  constructor(settings: BuildSettings) {
    this.#settings = settings;
  }

  /** Absolute path of a function's entry. */
  entryOf(entry: string): string {
    return resolve(this.#settings.root, entry);
  }

  /** Builds one function. Throws UserErrors at the places that esbuild names. */
  async build(resource: FunctionResource): Promise<FunctionBuild> {
    const { root } = this.#settings;
    const entry = resource.entry === undefined ? null : this.entryOf(resource.entry);
    if (entry !== null) await assertExists(entry, resource);
    try {
      const options = buildOptions(entry, this.#settings);
      let result = await this.#rebuild(`${entry}`, options);
      const files = Object.values(result.metafile.inputs);
      if (!options.banner && files.some(({ format }) => format === "cjs")) {
        result = await this.#rebuild(`${entry} with require`, { ...options, banner: REQUIRE });
      }
      if (entry !== null) assertHandler(result, entry, resource);
      return read(result, root);
    } catch (error) {
      if (!isBuildFailure(error)) throw error;
      throw buildErrors(error, resource, root);
    }
  }

  /** Lets go of what esbuild remembers. */
  async dispose(): Promise<void> {
    const contexts = [...this.#contexts.values()];
    this.#contexts.clear();
    await Promise.all(contexts.map(async (each) => (await each).dispose()));
  }

  async #rebuild(key: string, options: Options): Promise<BuildResult<Options>> {
    let started = this.#contexts.get(key);
    if (!started) {
      started = context(options);
      this.#contexts.set(key, started);
    }
    return (await started).rebuild();
  }
}

/** CommonJS inside asks for built-ins with `require`, which a module does not have. */
const REQUIRE = {
  js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
};

type Options = BuildOptions & { metafile: true; write: false };

function buildOptions(entry: string | null, settings: BuildSettings): Options {
  const { root, mode, conditions } = settings;
  const isProduction = mode === "production";
  return {
    ...(entry === null
      ? { stdin: { contents: DENY_ALL, resolveDir: root, sourcefile: "deny-all.js" } }
      : { entryPoints: { index: entry } }),
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    outdir: join(root, "out"),
    entryNames: "index",
    chunkNames: "chunks/[name]-[hash]",
    outExtension: { ".js": ".mjs" },
    format: "esm",
    splitting: true,
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    ...(conditions && conditions.length > 0 && { conditions: [...conditions, "module"] }),
    define: { "process.env.NODE_ENV": JSON.stringify(mode) },
    minify: isProduction,
    // While developing, one import more is cheaper than a second build.
    ...(!isProduction && { banner: REQUIRE }),
    sourcemap: isProduction ? false : "inline",
    legalComments: "none",
    charset: "utf8",
    logLevel: "silent",
  };
}

function read(result: BuildResult<Options>, root: string): FunctionBuild {
  const outdir = join(root, "out");
  return {
    files: result.outputFiles.map(({ path, contents }) => ({
      path: path.slice(outdir.length + 1).replaceAll("\\", "/"),
      data: contents,
    })),
    inputs: Object.keys(result.metafile.inputs)
      .map((name) => resolve(root, name))
      .filter((name) => !name.endsWith("deny-all.js")),
  };
}

async function assertExists(
  entry: string,
  { name, entry: given }: FunctionResource,
): Promise<void> {
  try {
    await access(entry);
  } catch {
    throw new UserError(
      "GW3005",
      `function ${JSON.stringify(name)} has entry ${JSON.stringify(given)}, which is not there`,
      `Write ${given}, or correct \`entry\` in gatewright.config.ts; it is relative to the config file.`,
    );
  }
}

function assertHandler(
  result: BuildResult<Options>,
  entry: string,
  { name }: FunctionResource,
): void {
  // Dynamic imports are entry points too; the function's own is the one with the fixed name.
  const output = Object.entries(result.metafile.outputs).find(
    ([file]) => basename(file) === FUNCTION_MODULE,
  )?.[1];
  if (output?.exports.includes("handler")) return;
  const found = output?.exports.map((each) => JSON.stringify(each)).join(", ") || "nothing";
  throw new UserError(
    "GW3006",
    `function ${JSON.stringify(name)} needs an export called "handler"; its module exports ${found}`,
    "Export it: export const handler = createHandler({ … }).",
    { file: entry, line: 1, column: 1 },
  );
}

function buildErrors(failure: BuildFailure, { name, entry }: FunctionResource, root: string) {
  return new UserErrors(
    failure.errors.map(
      ({ text, location }) =>
        new UserError(
          "GW3005",
          `function ${JSON.stringify(name)} cannot be bundled: ${text}`,
          "Correct the source at this place.",
          location
            ? {
                file: resolve(root, location.file),
                line: location.line,
                column: location.column + 1,
              }
            : { file: resolve(root, dirname(entry ?? "."), entry ?? ""), line: 1, column: 1 },
        ),
    ),
  );
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && "errors" in error && "warnings" in error;
}
