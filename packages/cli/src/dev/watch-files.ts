import { createHash } from "node:crypto";
import { type FSWatcher, readFileSync, watch } from "node:fs";
import { basename, dirname, join } from "node:path";

/** An editor writes a file in several steps; one change is reported when nothing more has come for this long. */
const QUIET_MS = 40;

export interface FileWatcher {
  /** Replaces the set of watched files. */
  watch(files: Iterable<string>, options?: WatchOptions): void;
  close(): void;
}

export interface WatchOptions {
  /**
   * Files that appear in the folders count too: after a reference to a file that is not there, writing that file
   * is what the user does next.
   */
  readonly andNew?: boolean;
  /** Files that were written on purpose: what they say now is how they are known from here on. */
  readonly written?: Iterable<string>;
}

/**
 * Tells when files get other content. Folders are watched, not files: editors replace a file by renaming
 * another one over it, which a watch of the file itself does not survive.
 */
export function watchFiles(onChange: (files: readonly string[]) => void): FileWatcher {
  const folders = new Map<string, FSWatcher>();
  let hashes = new Map<string, string | null>();
  let takesNew = false;
  const touched = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function settle(): void {
    const changed: string[] = [];
    for (const file of touched) {
      const hash = hashOf(file);
      if (hash === (hashes.get(file) ?? null)) continue;
      hashes.set(file, hash);
      changed.push(file);
    }
    touched.clear();
    if (changed.length > 0) onChange(changed);
  }

  function touch(file: string): void {
    if (!takesNew && !hashes.has(file)) return;
    touched.add(file);
    clearTimeout(timer);
    timer = setTimeout(settle, QUIET_MS);
  }

  function watchFolder(folder: string): void {
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name !== null) touch(join(folder, basename(name)));
      });
      // A folder that is removed ends its own watch; the next reload says what is missing.
      watcher.on("error", () => folders.delete(folder));
      folders.set(folder, watcher);
    } catch {
      // Not there: nothing in it can change.
    }
  }

  return {
    watch(files, { andNew = false, written = [] } = {}) {
      const before = hashes;
      for (const file of written) before.delete(file);
      // A file that is known keeps the hash it was last seen with, so that a change in the meantime is not lost.
      hashes = new Map([...files].map((file) => [file, before.get(file) ?? hashOf(file)]));
      takesNew = andNew;
      const wanted = new Set([...hashes.keys()].map((file) => dirname(file)));
      for (const [folder, watcher] of folders) {
        if (wanted.has(folder)) continue;
        watcher.close();
        folders.delete(folder);
      }
      for (const folder of wanted) if (!folders.has(folder)) watchFolder(folder);
    },
    close() {
      clearTimeout(timer);
      for (const watcher of folders.values()) watcher.close();
      folders.clear();
    },
  };
}

function hashOf(file: string): string | null {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("base64");
  } catch {
    return null;
  }
}
