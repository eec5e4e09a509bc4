import { access, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildFailure, build, type Plugin } from "esbuild";
import { didYouMean } from "../terminal/did-you-mean.js";
import { type FilePlace, UserError, UserErrors } from "../terminal/user-error.js";
import type { GatewrightConfig } from "./config.js";
import { CONFIG_SHAPE } from "./config-shape.js";
import { placeOfKey } from "./place-of-key.js";
import { compareShape, type ShapeFinding } from "./shape.js";

/** Names of a config file, in the order in which they are looked for. */
export const CONFIG_FILES = ["ts", "mts", "js", "mjs"].map((end) => `gatewright.config.${end}`);

export interface LoadedConfig {
  readonly config: GatewrightConfig;
  /** Absolute path of the config file. */
  readonly file: string;
  /** Its folder: where relative paths in it start. */
  readonly dir: string;
  /** Its text. */
  readonly source: string;
  /** Absolute paths of everything that it was read from: what to watch. */
  readonly inputs: readonly string[];
}

/** The config file of a folder or of the nearest folder above it, or null. */
export async function findConfig(from: string): Promise<string | null> {
  for (let dir = resolve(from); ; dir = dirname(dir)) {
    for (const name of CONFIG_FILES) {
      const file = join(dir, name);
      if (await exists(file)) return file;
    }
    if (dirname(dir) === dir) return null;
  }
}

/**
 * Reads a config file and checks it. Throws UserErrors, each with its place in the file. The file is
 * bundled and evaluated from memory: nothing is written, and what it imports is read anew every time.
 */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  const dir = dirname(file);
  if (!(await exists(file))) {
    throw new UserError("GW4003", `config file ${file} is not there`, "Name a file that exists.");
  }
  const { text, inputs } = await bundled(file);
  const exported = await evaluated(text, file);
  const source = await readFile(file, "utf8");
  const findings = compareShape(exported, CONFIG_SHAPE);
  if (findings.length > 0) {
    throw new UserErrors(findings.map((finding) => configError(finding, file, source)));
  }
  // The check above went through CONFIG_SHAPE, which is this type.
  return { config: exported as GatewrightConfig, file, dir, source, inputs };
}

async function bundled(file: string): Promise<{ text: string; inputs: string[] }> {
  const dir = dirname(file);
  try {
    const result = await build({
      entryPoints: [file],
      absWorkingDir: dir,
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      platform: "node",
      target: "node22",
      logLevel: "silent",
      plugins: [configModule],
      banner: {
        js: `import { createRequire as __createRequire } from "node:module"; const require = __createRequire(${JSON.stringify(pathToFileURL(file).href)});`,
      },
      define: {
        "import.meta.url": JSON.stringify(pathToFileURL(file).href),
        "import.meta.filename": JSON.stringify(file),
        "import.meta.dirname": JSON.stringify(dir),
      },
    });
    const inputs = Object.keys(result.metafile.inputs)
      .filter((name) => !name.startsWith("gatewright:"))
      .map((name) => resolve(dir, name));
    return { text: result.outputFiles[0]?.text ?? "", inputs };
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    throw new UserErrors(
      error.errors.map(({ text, location }) => {
        const place = location && {
          file: resolve(dir, location.file),
          line: location.line,
          column: location.column + 1,
        };
        return new UserError("GW4003", text, "Correct the config file.", place ?? start(file));
      }),
    );
  }
}

async function evaluated(text: string, file: string): Promise<unknown> {
  const fix = `${basename(file)} must export its config: export default defineConfig({ … }).`;
  let module: unknown;
  try {
    module = await import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new UserError("GW4003", `the config file threw ${message}`, fix, start(file));
  }
  if (typeof module === "object" && module !== null && "default" in module) return module.default;
  throw new UserError("GW4003", "the config file has no default export", fix, start(file));
}

/** `import { defineConfig } from "gatewright"` works before anything is installed, and never loads a second copy of the toolkit. */
const configModule: Plugin = {
  name: "gatewright-config",
  setup(plugin) {
    plugin.onResolve({ filter: /^gatewright$/ }, () => ({
      path: "config",
      namespace: "gatewright",
    }));
    plugin.onLoad({ filter: /.*/, namespace: "gatewright" }, () => ({
      contents: "export const defineConfig = (config) => config;",
    }));
  },
};

function configError(finding: ShapeFinding, file: string, source: string): UserError {
  const place = { file, ...placeOfKey(source, finding.path) };
  const message = finding.message + didYouMean(finding.given, finding.known);
  if (finding.kind === "unknown-key") {
    const fix = `Remove it. Known here: ${finding.known.join(", ")}.`;
    return new UserError("GW4004", message, fix, place);
  }
  const fix =
    finding.kind === "missing-key"
      ? `Add ${JSON.stringify(finding.given)}; docs/reference/config.md shows every key.`
      : "Correct the value; docs/reference/config.md shows every key.";
  return new UserError("GW4005", message, fix, place);
}

function start(file: string): FilePlace {
  return { file, line: 1, column: 1 };
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
