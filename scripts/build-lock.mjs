// One build at a time in one checkout: two would empty each other's folders. Built-ins only.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { root } from "./toolchain.mjs";

const lock = join(root, "node_modules", ".cache", "gatewright", "build.lock");
const owner = join(lock, "pid");
const POLL_MS = 200;

/** Runs `work` while no other process builds; waits for one that does, and takes over from one that died. */
export async function withBuildLock(work) {
  mkdirSync(dirname(lock), { recursive: true });
  for (let isTold = false; !take(); isTold = true) {
    if (!isTold) process.stderr.write("Waiting for another build in this checkout …\n");
    await delay(POLL_MS);
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** `mkdir` succeeds for one process only. A folder without a living owner is taken away for the next try. */
function take() {
  try {
    mkdirSync(lock);
    writeFileSync(owner, String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!isOwned()) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isOwned() {
  try {
    process.kill(Number(readFileSync(owner, "utf8")) || process.pid, 0);
    return true;
  } catch (error) {
    // The owner may be between creating the folder and writing its number; EPERM is somebody else's living process.
    return error.code === "EPERM" || error.code === "ENOENT";
  }
}
