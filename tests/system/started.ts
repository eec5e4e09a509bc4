import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { expect, vi } from "vitest";
import { descendantsOf, isRunning } from "./process-tree.js";

export const root = resolve(import.meta.dirname, "../..");

/** One of the project's scripts, run as a user runs it. */
export interface Started {
  readonly pid: number;
  readonly output: () => { readonly stdout: string; readonly stderr: string };
  /** Waits for text on stdout and gives what `pattern` captures. */
  readonly shown: (pattern: RegExp) => Promise<string>;
  /** Exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** This process and all below it, as they are now. */
  readonly tree: () => readonly number[];
}

const running = new Set<ChildProcess>();

/** `detached`: a process group of its own, as a terminal gives to what it starts. */
export function start(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Started {
  const child = spawn(process.execPath, [`scripts/${script}`, ...args], {
    cwd: root,
    env: { ...cleanEnvironment(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  running.add(child);
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  let code: number | null | undefined;
  const ended = once(child, "close").then(([value]: (number | null)[]) => {
    running.delete(child);
    code = value ?? null;
    return code;
  });
  const pid = child.pid ?? 0;
  return {
    pid,
    output: () => ({ stdout, stderr }),
    ended,
    tree: () => [pid, ...descendantsOf(pid)],
    async shown(pattern) {
      const isThere = () => expect(pattern.test(stdout) || code !== undefined).toBe(true);
      await vi.waitFor(isThere, { timeout: 60_000, interval: 50 }).catch(() => undefined);
      const [, found = ""] = pattern.exec(stdout) ?? [];
      expect(found, `${stdout}${stderr}`).not.toBe("");
      return found;
    },
  };
}

/** Waits until none of these processes runs. */
export async function untilGone(pids: readonly number[]): Promise<void> {
  await vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), {
    timeout: 20_000,
    interval: 50,
  });
}

/** For a test that failed on its way: ends what it started, group by group. */
export function endAll(): void {
  for (const { pid } of running) {
    try {
      if (pid !== undefined) process.kill(-pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
  running.clear();
}

/** Without what the test runner and the user's shell say about ports, colours and modules. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const names = /^(GATEWRIGHT_|VITE|NODE_|FORCE_COLOR|JWT_|AWS_|TABLE_NAME)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.test(name)));
}
