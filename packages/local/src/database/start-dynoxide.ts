import { type ChildProcessByStdio, spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { choosePort, freePort } from "../listen.js";
import { LocalError } from "../local-error.js";
import type { DatabaseEngine } from "./database-engine.js";
import { lockDirectory } from "./directory-lock.js";

/**
 * Runs the database as a child that cannot outlive us: the shell waits for the end of a pipe that only this process holds open,
 * which comes when we close it and also when we are killed, and then ends the database. Killing it loses nothing: every
 * acknowledged write is in SQLite's log.
 */
const SUPERVISOR =
  '"$0" "$@" </dev/null 3<&- & child=$!; exec >/dev/null 2>&1; cat <&3; kill -KILL "$child"; wait';
/** The database's file in its directory. */
export const DYNOXIDE_FILE = "dynoxide.sqlite";
const READY_TIMEOUT_MS = 10_000;
const POLL_MS = 4;
const MAX_ATTEMPTS = 3;

/** Path of the dynoxide binary for this platform; null where there is none. */
export function findDynoxide(): string | null {
  if (process.platform !== "linux") return null;
  try {
    const require = createRequire(import.meta.url);
    return require.resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`);
  } catch {
    return null;
  }
}

/** Serves DynamoDB from dynoxide (SQLite) in a child process. */
export async function startDynoxide(
  binary: string,
  directory: string,
  port: number,
  onEnd: (message: string) => void,
): Promise<DatabaseEngine> {
  await mkdir(directory, { recursive: true });
  const release = await lockDirectory(directory);
  try {
    if (port !== 0) await choosePort({ preferred: port, isExplicit: true });
    const child = await startChild(binary, join(directory, DYNOXIDE_FILE), port, onEnd);
    return {
      endpoint: child.endpoint,
      async close() {
        await child.stop();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

interface Child {
  readonly endpoint: string;
  stop(): Promise<void>;
}

async function startChild(
  binary: string,
  file: string,
  fixedPort: number,
  onEnd: (message: string) => void,
): Promise<Child> {
  let output = "";
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    // Between our choice and the child's listening somebody else may take the port: then it ends, and we choose again.
    const port = fixedPort === 0 ? await freePort() : fixedPort;
    const endpoint = `http://127.0.0.1:${port}`;
    const args = ["serve", "--host", "127.0.0.1", "--port", String(port), "--db-path", file];
    const child = spawn("/bin/sh", ["-c", SUPERVISOR, binary, ...args], {
      stdio: ["ignore", "pipe", "pipe", "pipe"],
      detached: true,
    });
    // stdio above: pipes at 1, 2 and 3.
    const supervisor = child as ChildProcessByStdio<null, Readable, Readable>;
    const lifeline = child.stdio[3] as Writable;
    lifeline.on("error", () => undefined);
    let isExpected = true;
    const stop = () => {
      isExpected = true;
      return stopChild(supervisor, lifeline);
    };
    output = "";
    let hasEnded = false;
    // The shell has closed its own ends: the database's are the last.
    supervisor.stdout.once("close", () => {
      hasEnded = true;
      if (!isExpected) onEnd(`dynoxide has ended: ${output.trim()}`);
    });
    for (const stream of [supervisor.stdout, supervisor.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output = (output + chunk.toString("utf8")).slice(-2_000);
      });
    }
    if (await isReady(endpoint, () => hasEnded)) {
      isExpected = false;
      return { endpoint, stop };
    }
    await stop();
  }
  const message = `dynoxide did not start: ${output.trim() === "" ? "no output" : output.trim()}`;
  throw new LocalError([{ code: "GW6022", message }]);
}

function stopChild(child: ChildProcessByStdio<null, Readable, Readable>, lifeline: Writable) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    lifeline.destroy();
  });
}

async function isReady(endpoint: string, hasEnded: () => boolean): Promise<boolean> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!hasEnded() && Date.now() < deadline) {
    try {
      const response = await fetch(endpoint, { method: "GET" });
      await response.arrayBuffer();
      // Somebody else may have taken the port meanwhile, and answers.
      if (response.headers.has("x-dynoxide-version")) return !hasEnded();
      return false;
    } catch {
      await wait(POLL_MS);
    }
  }
  return false;
}
