import { type FileWatcher, watchFiles } from "./watch-files.js";

/** What came of a reload. */
export interface ReloadOutcome {
  /** The files that the next change can happen in. */
  readonly read: Iterable<string>;
  /** Files that the reload itself has written. */
  readonly written: Iterable<string>;
  /** False when the version before goes on. */
  readonly isReady: boolean;
}

export interface SourceFollower {
  /** Stops watching, and waits for a reload that is under way. */
  close(): Promise<void>;
}

/**
 * Calls `reload` whenever a source has changed, one call at a time; changes during a call lead to one more.
 * After a reload that failed, the files from before are watched too, and so are new ones in their folders.
 */
export function followSources(
  files: Iterable<string>,
  reload: (changed: readonly string[]) => Promise<ReloadOutcome>,
): SourceFollower {
  let watched = new Set(files);
  let pending: Set<string> | null = null;
  let running: Promise<void> | null = null;
  let isClosed = false;

  const watcher: FileWatcher = watchFiles((changed) => {
    pending = new Set([...(pending ?? []), ...changed]);
    running ??= run().finally(() => {
      running = null;
    });
  });
  watcher.watch(watched);

  async function run(): Promise<void> {
    while (pending !== null && !isClosed) {
      const changed = [...pending].sort();
      pending = null;
      const outcome = await reload(changed);
      if (isClosed) return;
      watched = new Set(outcome.isReady ? outcome.read : [...watched, ...outcome.read]);
      watcher.watch(watched, { andNew: !outcome.isReady, written: outcome.written });
    }
  }

  return {
    async close() {
      isClosed = true;
      watcher.close();
      await running;
    },
  };
}
