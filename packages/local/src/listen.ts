import type { Server } from "node:http";
import { createServer } from "node:net";
import { LocalError } from "./local-error.js";

/** Waits until the server listens; a port that is taken becomes a `LocalError`. */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? portTaken(port, host, error) : error);
    };
    server.once("error", onError);
    server.listen({ port, host, exclusive: true }, () => {
      server.off("error", onError);
      resolve();
    });
  });
}

const IDLE_CHECK_MS = 20;
const GRACE_MS = 900;

/** Stops listening and lets requests on their way finish; what is not done in a second is cut off. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that becomes idle after `close` would otherwise stay until its keep-alive ends.
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
    const grace = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(grace);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Which port to use, and whether it had to be another one than preferred. */
export interface PortChoice {
  readonly port: number;
  readonly hasMoved: boolean;
  /** What to tell the user when it has moved, else null. */
  readonly message: string | null;
}

const MAX_ATTEMPTS = 100;

/**
 * Finds a port. One that the user named (`isExplicit`) never moves: when it is taken, a `LocalError` says so. A
 * default moves to the next free one, with a message.
 */
export async function choosePort(options: {
  readonly preferred: number;
  readonly isExplicit: boolean;
  readonly host?: string;
  /** Ports that are spoken for, though nobody listens yet. */
  readonly except?: readonly number[];
}): Promise<PortChoice> {
  const { preferred, isExplicit, host = "127.0.0.1", except = [] } = options;
  if (preferred === 0) return { port: 0, hasMoved: false, message: null };
  if (!except.includes(preferred) && (await isFree(preferred, host))) {
    return { port: preferred, hasMoved: false, message: null };
  }
  if (isExplicit) throw portTaken(preferred, host);
  const last = Math.min(preferred + MAX_ATTEMPTS, 65_535);
  for (let port = preferred + 1; port <= last; port += 1) {
    if (except.includes(port) || !(await isFree(port, host))) continue;
    return { port, hasMoved: true, message: `Port ${preferred} is taken; using ${port} instead.` };
  }
  throw portTaken(preferred, host);
}

/** A port that nobody listens on at this moment. */
export function freePort(host = "127.0.0.1"): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host }, () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

function portTaken(port: number, host: string, cause?: unknown): LocalError {
  return new LocalError(
    [
      {
        code: "GW6010",
        message: `port ${port} on ${host} is in use by another process`,
        fix: "Stop the other process, or choose another port.",
      },
    ],
    { cause },
  );
}
