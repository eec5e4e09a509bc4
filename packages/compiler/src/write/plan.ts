import type { EmittedFile } from "../emit/emitter.js";
import { hashText, isInsidePath, type Manifest, type ManifestFile } from "./manifest.js";

/** What one emitter made for a folder. */
export interface EmittedPart {
  /** The emitter's name. */
  readonly name: string;
  readonly files: readonly EmittedFile[];
  /** Hash of what it was made from, for a part that is worth leaving out when nothing changed. */
  readonly inputs?: string;
}

/** A folder as it was found. Files are those that are emitted or listed in the manifest, keyed by path. */
export interface FolderState {
  /** Absolute path of the folder. */
  readonly dir: string;
  readonly files: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
}

/** What has to happen to one folder so that it holds exactly the emitted files. */
export interface FolderPlan {
  readonly dir: string;
  readonly changes: readonly Change[];
  /** Files that stand in the way; a plan with conflicts is never applied. */
  readonly conflicts: readonly Conflict[];
  /** The manifest after the changes. */
  readonly manifest: Manifest;
  /** True when the manifest on disk says something else. */
  readonly isManifestStale: boolean;
}

export type Change =
  | { readonly kind: "create" | "update"; readonly path: string; readonly text: string }
  | { readonly kind: "delete"; readonly path: string };

/**
 * `foreign`: no earlier run wrote the file, and it says something else. `edited`: an earlier run wrote it,
 * it is no longer emitted, and somebody has changed it since.
 */
export interface Conflict {
  readonly kind: "foreign" | "edited";
  readonly path: string;
}

export interface PlanOptions {
  /** Replace and remove files whoever wrote them. */
  readonly force?: boolean;
  /** Names of parts that this run leaves as they are. */
  readonly keep?: ReadonlySet<string>;
}

/** An emitter made a path that leaves its folder, or two files of one path: a bug in the emitter. */
class EmittedPathError extends Error {
  override readonly name = "EmittedPathError";
  readonly path: string;

  constructor(path: string, reason: string) {
    super(`emitted path ${JSON.stringify(path)} ${reason}`);
    this.path = path;
  }
}

/** Compares what is emitted with what is there. Pure: the caller has read the folder and applies the plan. */
export function planFolder(
  state: FolderState,
  parts: readonly EmittedPart[],
  { force = false, keep = new Set() }: PlanOptions = {},
): FolderPlan {
  assertPaths(parts.flatMap((part) => part.files));
  const changes: Change[] = [];
  const conflicts: Conflict[] = [];
  const files = new Map<string, ManifestFile>();
  const inputs = new Map<string, string>();
  const owned = state.manifest.files;
  for (const [name, hash] of state.manifest.inputs) {
    if (keep.has(name)) inputs.set(name, hash);
  }
  for (const part of parts) {
    if (part.inputs !== undefined) inputs.set(part.name, part.inputs);
    for (const { path, text } of part.files) {
      files.set(path, { part: part.name, sha256: hashText(text) });
      const present = state.files.get(path);
      if (present === text) continue;
      if (present === undefined) changes.push({ kind: "create", path, text });
      else if (force || owned.has(path)) changes.push({ kind: "update", path, text });
      else conflicts.push({ kind: "foreign", path });
    }
  }
  for (const [path, file] of owned) {
    const present = state.files.get(path);
    if (files.has(path)) continue;
    if (keep.has(file.part)) files.set(path, file);
    else if (present === undefined) continue;
    else if (force || hashText(present) === file.sha256) changes.push({ kind: "delete", path });
    else conflicts.push({ kind: "edited", path });
  }
  const manifest: Manifest = { files, inputs };
  const isManifestStale = !isSameManifest(manifest, state.manifest);
  return { dir: state.dir, changes, conflicts, manifest, isManifestStale };
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

function isSameManifest(a: Manifest, b: Manifest): boolean {
  return (
    a.files.size === b.files.size &&
    a.inputs.size === b.inputs.size &&
    [...a.inputs].every(([name, hash]) => b.inputs.get(name) === hash) &&
    [...a.files].every(([path, { part, sha256 }]) => {
      const other = b.files.get(path);
      return other?.part === part && other.sha256 === sha256;
    })
  );
}
