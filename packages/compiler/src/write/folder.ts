import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolder } from "./make-folder.js";
import {
  EMPTY_MANIFEST,
  MANIFEST_FILE,
  type Manifest,
  manifestText,
  parseManifest,
} from "./manifest.js";
import type { FolderPlan, FolderState } from "./plan.js";
import { isSystemError, WriteError } from "./write-error.js";

/** Reads a folder's manifest; an absent folder or file gives an empty one. */
export async function readManifest(dir: string): Promise<Manifest> {
  const text = await readText(join(dir, MANIFEST_FILE));
  return text === undefined ? EMPTY_MANIFEST : parseManifest(text);
}

/** Reads those files of a folder that a run can touch: the emitted ones and the manifest's. */
export async function readFolder(
  dir: string,
  manifest: Manifest,
  paths: readonly string[],
): Promise<FolderState> {
  const names = [...new Set([...paths, ...manifest.files.keys()])];
  const texts = await Promise.all(names.map((name) => readText(join(dir, name))));
  const files = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const text = texts[index];
    if (text !== undefined) files.set(name, text);
  }
  return { dir, files, manifest };
}

/**
 * Brings a folder to what its plan says. All text is on disk beside its place before the first file is
 * replaced, and every replacement is a rename: a reader sees the old file or the new one, never half of one.
 * The manifest is written first and still lists what is about to be removed, so that a run that is killed
 * in between leaves only files that the next run knows as its own.
 */
export async function applyFolder(plan: FolderPlan): Promise<void> {
  if (plan.changes.length === 0 && !plan.isManifestStale) return;
  try {
    await apply(plan);
  } catch (cause) {
    throw isSystemError(cause) && !(cause instanceof WriteError)
      ? new WriteError(plan.dir, cause)
      : cause;
  }
}

async function apply(plan: FolderPlan): Promise<void> {
  const stage = join(plan.dir, `.gatewright-${randomBytes(6).toString("hex")}`);
  await makeFolder(plan.dir);
  await mkdir(stage);
  try {
    const moves: { readonly from: string; readonly to: string }[] = [];
    for (const [index, change] of plan.changes.entries()) {
      if (change.kind === "delete") continue;
      const from = join(stage, String(index));
      await writeFile(from, change.text);
      moves.push({ from, to: join(plan.dir, change.path) });
    }
    const before = await readManifest(plan.dir);
    const stale = plan.changes.filter(({ kind }) => kind === "delete").map(({ path }) => path);
    const manifestPath = join(plan.dir, MANIFEST_FILE);
    const writeManifest = async (manifest: Manifest) => {
      const from = join(stage, "manifest");
      await writeFile(from, manifestText(manifest));
      await rename(from, manifestPath);
    };
    const kept = stale.flatMap((path) => {
      const file = before.files.get(path);
      return file ? [[path, file] as const] : [];
    });
    await writeManifest({
      ...plan.manifest,
      files: new Map([...plan.manifest.files, ...kept]),
    });
    for (const { from, to } of moves) {
      await makeFolder(dirname(to));
      await rename(from, to);
    }
    for (const path of stale) await removeFile(plan.dir, path);
    if (stale.length > 0) await writeManifest(plan.manifest);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** Removes a file and the folders that it leaves empty, up to but not including `dir`. */
async function removeFile(dir: string, path: string): Promise<void> {
  await rm(join(dir, path), { force: true });
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      await rmdir(join(dir, folder));
    } catch {
      return; // Not empty: it holds files that are still wanted, or somebody else's.
    }
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw new WriteError(path, error);
  }
}
