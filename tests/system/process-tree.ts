import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Ids of all processes that stem from `pid`, as Linux lists them. */
export function descendantsOf(pid: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  const waiting = [pid];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const below = children.get(next) ?? [];
    found.push(...below);
    waiting.push(...below);
  }
  return found;
}

/** True while a process runs; one that has ended and waits for its parent to notice does not. */
export function isRunning(pid: number): boolean {
  const state = statOf(pid)?.state;
  return state !== undefined && state !== "Z" && state !== "X";
}

/** `127.0.0.1:4000` for every TCP port on which these processes listen. */
export function listenersOf(pids: readonly number[]): readonly string[] {
  const sockets = new Set(pids.flatMap(socketsOf));
  return ["tcp", "tcp6"].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === LISTENING && sockets.has(inode ?? ""))
      .map(([, local = ""]) => addressOf(local)),
  );
}

/** State of a socket that listens, in hexadecimal. Source: Linux, include/net/tcp_states.h. */
const LISTENING = "0A";

function parentOf(pid: number): number | undefined {
  return statOf(pid)?.parent;
}

/** Undefined when the process has gone. The name, in brackets, may hold anything: what counts stands behind it. */
function statOf(pid: number): { readonly state: string; readonly parent: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state = "", parent = ""] = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

function socketsOf(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).flatMap((name) => {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`))?.[1];
      return inode === undefined ? [] : [inode];
    });
  } catch {
    return [];
  }
}

/** `0100007F:0FA0` → `127.0.0.1:4000`; the bytes of an IPv6 address are left as they are. */
function addressOf(local: string): string {
  const [address = "", port = ""] = local.split(":");
  const bytes = address.match(/../g) ?? [];
  const host =
    bytes.length === 4
      ? bytes
          .reverse()
          .map((byte) => Number.parseInt(byte, 16))
          .join(".")
      : address;
  return `${host}:${Number.parseInt(port, 16)}`;
}
