import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";
import type { Plan } from "./plans.js";
import { root, type Snippet } from "./snippet.js";

const node = process.execPath;

/** Answers every request of a snippet that has no server of its own. */
const ANSWERS = `import { setupServer } from "msw/node";
import { mockWhiteboard } from "whiteboard-client/mocks";
setupServer(...mockWhiteboard({}, { report: () => {} })).listen({ onUnhandledFrame: "bypass" });
`;

/** A folder in which imports of the packages resolve, because \`tests\` depends on all of them. */
export function makeSandbox() {
  const cache = join(root, "tests", "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "docs-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Writes a snippet as a module; gives back its path. */
export function writeModule(
  folder: string,
  name: string,
  { text }: Snippet,
  plan: Plan = {},
): string {
  let body = text;
  for (const [from, to] of plan.replace ?? []) body = body.replaceAll(from, to);
  const source = [plan.before, body, plan.after, "export {};"].filter(Boolean).join("\n");
  const start = plan.folder === undefined ? null : relative(folder, join(root, plan.folder));
  const path = join(folder, `${name}.ts`);
  writeFileSync(
    path,
    start === null ? source : source.replace(/((?:from|import\()\s*")(\.\.?\/)/g, `$1${start}/$2`),
  );
  return path;
}

/** What the compiler says of these files, under the strictest settings of the workspace. */
export async function typeCheck(folder: string, files: readonly string[]): Promise<string> {
  const config = {
    extends: relative(folder, join(root, "tsconfig.json")),
    compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
    include: [],
    files,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const { output } = await run(node, [tsc, "-p", join(folder, "tsconfig.json")], folder);
  return output
    .split("\n")
    .filter((line) => files.some((file) => line.startsWith(relative(folder, file))))
    .join("\n");
}

/** Bundles a module and runs it to its end; what it prints comes back. */
export async function runModule(path: string, cwd: string, hasOwnServer: boolean) {
  const outfile = path.replace(/\.ts$/, ".mjs");
  const folder = join(path, "..");
  await build({
    stdin: {
      contents: `${hasOwnServer ? "" : ANSWERS}await import(${JSON.stringify(path)});\n`,
      resolveDir: folder,
      loader: "ts",
    },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node22",
    conditions: ["@gatewright/source"],
    external: ["msw", "msw/*", "gatewright", "@gatewright/local"],
    // CommonJS packages that are bundled call it for Node's own modules.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "silent",
  });
  return run(node, ["--conditions=@gatewright/none", outfile], cwd);
}

/** Runs a program to its end. */
export function run(command: string, args: readonly string[], cwd: string) {
  return new Promise<{
    readonly code: number | null;
    readonly stdout: string;
    readonly output: string;
  }>((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, DOCS_ROOT: root, NODE_OPTIONS: "", VITEST: undefined },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 60_000,
    });
    let stdout = "";
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.on("error", reject).on("close", (code) => resolve({ code, stdout, output }));
  });
}
