import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { createServer } from "node:net";
import { LocalError } from "../local-error.js";

/**
 * Keeps a second process out of a directory. The lock is a socket in Linux's abstract name space, which ends with the process
 * that holds it, however that ends: there is no file that could be left behind. Gives back the function that releases it.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const digest = createHash("sha256")
    .update(await realpath(directory))
    .digest("hex");
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => {
      const message = `another process has ${directory} open`;
      reject(new LocalError([{ code: "GW6020", message }], { cause }));
    });
    server.listen(`\0gatewright-${digest.slice(0, 32)}`, resolve);
  });
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}
