// Builds the packages in the order of their floors; skips those whose sources have not changed.
//   node scripts/build.mjs [--no-types] [--force] [PACKAGE …]
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withBuildLock } from "./build-lock.mjs";
import { root, run, runMain, toolEnvironment, UserError } from "./toolchain.mjs";

/** Packages that build side by side: a stage needs only the stages before it. */
const STAGES = [
  ["contract"],
  ["compiler", "server", "client", "mock", "local"],
  ["cli", "whiteboard-client"],
];

/** Packages whose code or types another one takes into its own bundle. */
const INLINED = {
  contract: [],
  "whiteboard-client": ["contract", "client", "mock"],
};

async function build({ name, hash }, types) {
  const directory = join(root, "packages", name);
  process.stderr.write(`Building ${name}${types ? " and its types" : ""} …\n`);
  const tsup = join(root, "node_modules", "tsup", "dist", "cli-default.js");
  const env = toolEnvironment(process.execPath, { GATEWRIGHT_BUILD: types ? "all" : "js" });
  const code = await run(process.execPath, [tsup], { cwd: directory, env });
  if (code !== 0) throw new UserError(`Package ${name} could not be built.`);
  mkdirSync(join(root, "node_modules", ".cache", "gatewright", "built"), { recursive: true });
  writeFileSync(stampOf(name), `${hash} ${types ? "types" : "js"}`);
}

function isFresh(name, hash, types) {
  if (!existsSync(join(root, "packages", name, "dist")) || !existsSync(stampOf(name))) return false;
  const [builtHash, kind] = readFileSync(stampOf(name), "utf8").split(" ");
  return builtHash === hash && (kind === "types" || !types);
}

function stampOf(name) {
  return join(root, "node_modules", ".cache", "gatewright", "built", name);
}

/** Changes with anything that a build reads: sources, settings, and what is taken in from below. */
function sourceHash(name) {
  const directory = join(root, "packages", name);
  const hash = createHash("sha256");
  hash.update(readFileSync(join(root, "tsup.config.base.ts")));
  hash.update(readFileSync(join(root, "tsconfig.json")));
  for (const file of ["package.json", "tsup.config.ts"])
    hash.update(readFileSync(join(directory, file)));
  for (const file of sourceFiles(join(directory, "src"))) {
    hash.update(file.slice(directory.length)).update(readFileSync(file));
  }
  for (const below of INLINED[name] ?? ["contract"]) hash.update(sourceHash(below));
  return hash.digest("hex");
}

function sourceFiles(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return sourceFiles(path);
      return /\.test(-d)?\.tsx?$/.test(entry.name) ? [] : [path];
    });
}

await runMain(() =>
  withBuildLock(async () => {
    const args = process.argv.slice(2);
    const types = !args.includes("--no-types");
    const isForced = args.includes("--force");
    const wanted = args.filter((argument) => !argument.startsWith("--"));
    for (const stage of STAGES) {
      const stale = stage
        .map((name) => ({ name, hash: sourceHash(name) }))
        .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
        .filter(({ name, hash }) => isForced || !isFresh(name, hash, types));
      // Two at a time: a build is bound by one core, and small machines have two.
      for (let index = 0; index < stale.length; index += 2) {
        await Promise.all(stale.slice(index, index + 2).map((item) => build(item, types)));
      }
    }
  }),
);
