import { AsyncLocalStorage } from "node:async_hooks";
import { format } from "node:util";

const METHODS = ["log", "info", "warn", "error", "debug"] as const;
const MAX_LINES = 50;
const MAX_LINE_CHARACTERS = 2_000;

const lines = new AsyncLocalStorage<string[]>();
let users = 0;
let restore: (() => void) | null = null;

/** Runs `call`; what it writes to the console lands in `target` too. */
export function captureInto<Result>(target: string[], call: () => Result): Result {
  return users === 0 ? call() : lines.run(target, call);
}

/**
 * Makes the console of this process remember which request a line belongs to; lines are still printed. Gives
 * back the function that undoes it. Lambda wraps the console too.
 */
export function startConsoleCapture(): () => void {
  users += 1;
  restore ??= patchConsole();
  let isActive = true;
  return () => {
    if (!isActive) return;
    isActive = false;
    users -= 1;
    if (users > 0) return;
    restore?.();
    restore = null;
  };
}

function patchConsole(): () => void {
  const originals = METHODS.map((name) => [name, console[name]] as const);
  for (const [name, original] of originals) {
    console[name] = (...values: unknown[]) => {
      const target = lines.getStore();
      if (target !== undefined && target.length < MAX_LINES) {
        target.push(format(...values).slice(0, MAX_LINE_CHARACTERS));
      }
      original.apply(console, values);
    };
  }
  return () => {
    for (const [name, original] of originals) console[name] = original;
  };
}
