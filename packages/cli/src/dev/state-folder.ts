import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { findConfig } from "../config/load-config.js";

/** Name of the folder that holds data, keys and builds of this machine; it never belongs into a repository. */
const STATE_FOLDER = ".gatewright";

/** The folder of a project's local state, made when it is not there, with a `.gitignore` that covers it. */
export async function stateFolder(projectRoot: string): Promise<string> {
  const folder = join(projectRoot, STATE_FOLDER);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, ".gitignore"), "*\n", { flag: "wx" }).catch(() => {
    // It is there already.
  });
  return folder;
}

/** The folder of the config file, or the working directory: where a project's state and functions start. */
export async function findProjectRoot(
  cwd: string,
  configFile: string | undefined,
): Promise<string> {
  if (configFile !== undefined) return dirname(resolve(cwd, configFile));
  const found = await findConfig(cwd);
  return found === null ? cwd : dirname(found);
}
