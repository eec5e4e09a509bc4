// What every script needs to know about the machine. Built-ins only: this runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that the toolkit's own tools run on. */
const MINIMUM = [22, 19];

/**
 * Path of a Node that can run the tools: the one the lockfile brings for this platform, else the one
 * that runs this script. Throws a message for the user when neither will do.
 */
export function findNode() {
  const names = { linux: "node", win32: "node.exe" };
  const packaged = join(
    root,
    "node_modules",
    `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`,
    "bin",
    names[process.platform] ?? "node",
  );
  if (existsSync(packaged) && spawnSync(packaged, ["--version"]).status === 0) return packaged;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return process.execPath;
  throw new UserError(
    `This platform (${process.platform}-${process.arch}) has no packaged Node, and Node ${process.versions.node} is too old: install Node ${MINIMUM.join(".")} or newer and run this again.`,
  );
}

/** A mistake or lack that the user can mend: printed without a stack, exit code 2. */
export class UserError extends Error {}

/** Environment in which `node` and every tool of the workspace come first in PATH. */
export function toolEnvironment(node, extra = {}) {
  const path = [dirname(node), join(root, "node_modules", ".bin"), process.env.PATH ?? ""];
  return { ...process.env, PATH: path.join(process.platform === "win32" ? ";" : ":"), ...extra };
}

/**
 * Runs a command to its end and gives its exit code. Output goes to this process's stderr unless
 * `stdio` says otherwise, so that stdout stays free for results. Ctrl-C and SIGTERM are passed on.
 */
export function run(command, args, { cwd = root, env = process.env, stdio } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: stdio ?? ["ignore", 2, 2],
      shell: process.platform === "win32" && !command.endsWith(".exe"),
    });
    const forward = (signal) => child.kill(signal);
    process.on("SIGINT", forward).on("SIGTERM", forward).on("SIGHUP", forward);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.off("SIGINT", forward).off("SIGTERM", forward).off("SIGHUP", forward);
      resolve(code ?? (signal === "SIGINT" ? 130 : 143));
    });
  });
}

/** Runs `main` and turns a UserError into its message and exit code 2. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
