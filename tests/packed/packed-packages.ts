import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const isWindows = process.platform === "win32";
const execute = promisify(execFile);

/** What a command printed, and how it ended. */
export interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Runs a command to its end; a code other than 0 is a result, not an error. */
export async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  try {
    const { stdout, stderr } = await execute(command, args, {
      cwd,
      env: { ...process.env, ...environment },
      maxBuffer: 64 * 1024 * 1024,
      shell: isWindows,
    });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const {
      code,
      stdout = "",
      stderr = "",
    }: { code?: unknown; stdout?: string; stderr?: string } = Object(error);
    return { code: typeof code === "number" ? code : 1, output: `${stdout}${stderr}${code}` };
  }
}

/** An empty folder outside the repository, and how to remove it. */
export async function emptyFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "gatewright-packed-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Names of the published packages: each has a folder of its own. */
export const packageFolders = readdirSync(join(root, "packages"));

/** Packs every package as it would be published; gives the tarball of each by folder. */
export async function packAll(into: string): Promise<Readonly<Record<string, string>>> {
  for (const folder of packageFolders) {
    if (!existsSync(join(root, "packages", folder, "dist", "index.d.ts"))) {
      throw new Error(
        `packages/${folder}/dist has no types: run \`npm test\`, which builds first, or \`node scripts/build.mjs\``,
      );
    }
  }
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const packed = await run(
    "npx",
    [
      "--prefer-offline",
      "-y",
      packageManager,
      "-r",
      "--filter",
      "./packages/*",
      "pack",
      "--pack-destination",
      into,
    ],
    root,
  );
  if (packed.code !== 0) {
    throw new Error(`pnpm pack ended with ${packed.code}:\n${packed.output}`);
  }
  return Object.fromEntries(
    packageFolders.map((folder) => {
      const path = join(root, "packages", folder, "package.json");
      const { name, version } = JSON.parse(readFileSync(path, "utf8"));
      return [folder, join(into, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`)];
    }),
  );
}
