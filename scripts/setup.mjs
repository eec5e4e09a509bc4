// Brings a fresh clone to the state in which everything runs: dependencies as the lockfile says, packages built.
// Built-ins only. Does nothing, quickly, when nothing has changed.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findNode, root, run, runMain, toolEnvironment, UserError } from "./toolchain.mjs";

const stampFile = join(root, "node_modules", ".cache", "gatewright", "installed");

/**
 * Installs what the lockfile names, unless that is there already, and builds the packages.
 * `types: false` leaves out declarations, which running needs not. Gives the Node to go on with.
 */
export async function setUp({ types = true, packages } = {}) {
  await install();
  const node = findNode();
  const args = [
    join(root, "scripts", "build.mjs"),
    ...(types ? [] : ["--no-types"]),
    ...(packages ?? []),
  ];
  const code = await run(node, args, { env: toolEnvironment(node) });
  if (code !== 0) throw new UserError("The packages could not be built; see above.");
  return node;
}

async function install() {
  const wanted = lockHash();
  if (readStamp() === wanted) return;
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  process.stderr.write(`Installing dependencies with ${packageManager} …\n`);
  const command = process.platform === "win32" ? "npx.cmd" : "npx";
  const args = ["-y", packageManager, "install", "--frozen-lockfile", "--reporter=append-only"];
  const code = await run(command, args, { env: { ...process.env, CI: "true" } });
  if (code !== 0) {
    throw new UserError(
      "Dependencies could not be installed. The lines above say why; a package registry must be reachable the first time.",
    );
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}

/** Changes when an install would: the lockfile, and where the tree stands (links hold absolute paths). */
function lockHash() {
  const hash = createHash("sha256").update(root);
  for (const name of ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"]) {
    hash.update(readFileSync(join(root, name)));
  }
  return hash.digest("hex");
}

function readStamp() {
  try {
    return readFileSync(stampFile, "utf8");
  } catch {
    return null;
  }
}

if (process.argv[1] === import.meta.filename || process.argv[1]?.endsWith("setup.mjs")) {
  await runMain(async () => {
    await setUp();
    process.stderr.write("Ready.\n");
  });
}
