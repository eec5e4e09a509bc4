/** What one round of polling found. `retryAfterMs`: the earliest time that the server wants to be asked again. */
export type PollResult = { readonly isDone: boolean; readonly retryAfterMs?: number };

export interface PollOptions {
  /** Never rejects; a signal that is aborted means that nobody wants the answer any more. */
  readonly task: (signal: AbortSignal) => Promise<PollResult>;
  readonly intervalMs: number;
  /** Longest wait after failures; every failure in a row doubles it. */
  readonly maxIntervalMs: number;
}

export interface Poll {
  /** Asks now, and counts the interval from there. */
  now(): void;
  stop(): void;
}

/**
 * Runs a task now and then again and again while the page is visible: a hidden page asks nothing, and
 * asks at once when it is looked at again. Rounds never overlap; a round that is overtaken by `now` is aborted.
 */
export function startPolling({ task, intervalMs, maxIntervalMs }: PollOptions): Poll {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = new AbortController();
  let failures = 0;

  async function run() {
    clearTimeout(timer);
    round.abort();
    round = new AbortController();
    const { signal } = round;
    const { isDone, retryAfterMs = 0 } = await task(signal);
    if (signal.aborted) return;
    failures = isDone ? 0 : failures + 1;
    const waitMs = Math.min(intervalMs * 2 ** failures, maxIntervalMs);
    if (!document.hidden) timer = setTimeout(run, Math.max(waitMs, retryAfterMs));
  }

  function onVisibility() {
    if (document.hidden) clearTimeout(timer);
    else void run();
  }

  document.addEventListener("visibilitychange", onVisibility);
  void run();
  return {
    now: () => void run(),
    stop() {
      clearTimeout(timer);
      round.abort();
      document.removeEventListener("visibilitychange", onVisibility);
    },
  };
}
