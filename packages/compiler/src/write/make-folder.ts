import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { isSystemError, WriteError } from "./write-error.js";

/**
 * Makes a folder and those above it, one by one: `mkdir` with `recursive` never comes back where the system
 * denies that a folder exists which it lists, as `/proc` does. Throws a WriteError that names the culprit.
 */
export async function makeFolder(dir: string): Promise<void> {
  if (await made(dir)) return;
  await makeFolder(dirname(dir));
  if (!(await made(dir))) {
    const cause = Object.assign(new Error(`no folder can be made in ${dirname(dir)}`), {
      code: "ENOENT",
    });
    throw new WriteError(dir, cause);
  }
}

/** False when the folder above is missing. */
async function made(dir: string): Promise<boolean> {
  try {
    await mkdir(dir);
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const isMissing = error.code === "ENOENT" && dirname(dir) !== dir;
    // What is there already may also be answered with EROFS, EPERM or, for a file above it, ENOTDIR.
    const found = await stat(dir).catch(() => null);
    if (found?.isDirectory()) return true;
    if (found) throw new WriteError(dir, error, `${dir} is a file, not a folder`);
    if (isMissing) return false;
    if (error.code === "ENOTDIR" && dirname(dir) !== dir) {
      await made(dirname(dir));
    }
    throw new WriteError(dir, error);
  }
}
