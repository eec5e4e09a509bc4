import type { EmittedFile } from "../emit/emitter.js";
import { hashText, isInsidePath, type Manifest } from "./manifest.js";

/** What has to happen to one folder so that it holds exactly the emitted files. */
export interface FolderPlan {
  /** Absolute path of the folder. */
  readonly dir: string;
  readonly changes: readonly Change[];
  /** Files that stand in the way; a plan with conflicts is never applied. */
  readonly conflicts: readonly Conflict[];
  /** The manifest after the changes. */
  readonly manifest: Manifest;
  /** True when the manifest on disk says something else. */
  readonly isManifestStale: boolean;
  /** Files that are already as they should be. */
  readonly unchanged: number;
}

export type Change =
  | { readonly kind: "create" | "update"; readonly path: string; readonly text: string }
  /** `hash`: what the file says now. */
  | { readonly kind: "delete"; readonly path: string; readonly hash: string };

/**
 * `foreign`: no earlier run wrote the file, and it says something else. `edited`: an earlier run wrote it,
 * it is no longer emitted, and somebody has changed it since.
 */
export interface Conflict {
  readonly kind: "foreign" | "edited";
  readonly path: string;
}

/** A folder as it was found. Files are those that are emitted or listed in the manifest, keyed by path. */
export interface FolderState {
  readonly dir: string;
  readonly files: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
}

/** An emitter made a path that leaves its folder, or two files of one path: a bug in the emitter. */
export class EmittedPathError extends Error {
  override readonly name = "EmittedPathError";
  readonly path: string;

  constructor(path: string, reason: string) {
    super(`emitted path ${JSON.stringify(path)} ${reason}`);
    this.path = path;
  }
}

export interface PlanOptions {
  /** Replace files that no earlier run wrote. */
  readonly force?: boolean;
  readonly inputs?: ReadonlyMap<string, string>;
}

/** Compares what is emitted with what is there. Pure: the caller has read the folder and applies the plan. */
export function planFolder(
  state: FolderState,
  emitted: readonly EmittedFile[],
  options: PlanOptions = {},
): FolderPlan {
  assertPaths(emitted);
  const changes: Change[] = [];
  const conflicts: Conflict[] = [];
  const hashes = new Map<string, string>();
  for (const { path, text } of emitted) {
    hashes.set(path, hashText(text));
    const present = state.files.get(path);
    if (present === text) continue;
    if (present === undefined) changes.push({ kind: "create", path, text });
    else if (options.force || state.manifest.files.has(path))
      changes.push({ kind: "update", path, text });
    else conflicts.push({ kind: "foreign", path });
  }
  for (const [path, hash] of state.manifest.files) {
    const present = state.files.get(path);
    if (hashes.has(path) || present === undefined) continue;
    if (options.force || hashText(present) === hash) {
      changes.push({ kind: "delete", path, hash: hashText(present) });
    } else conflicts.push({ kind: "edited", path });
  }
  const manifest: Manifest = { files: hashes, inputs: options.inputs ?? new Map() };
  return {
    dir: state.dir,
    changes,
    conflicts,
    manifest,
    isManifestStale:
      !isSameMap(manifest.files, state.manifest.files) ||
      !isSameMap(manifest.inputs, state.manifest.inputs),
    unchanged: emitted.length - changes.filter(({ kind }) => kind !== "delete").length,
  };
}

function assertPaths(emitted: readonly EmittedFile[]): void {
  // Compared without case: two names that differ only in case are one file on macOS and Windows.
  const seen = new Set<string>();
  for (const { path } of emitted) {
    if (!isInsidePath(path)) throw new EmittedPathError(path, "leaves the output folder");
    const key = path.toLowerCase();
    if (seen.has(key)) throw new EmittedPathError(path, "is emitted twice");
    seen.add(key);
  }
}

function isSameMap(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
