import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isMembers } from "../../definition/definition-reader.js";
import { listen, stopServer } from "../../listen.js";
import { LocalError } from "../../local-error.js";
import { isLocalHost } from "../../loopback-guard.js";
import type { DatabaseEngine } from "../database-engine.js";
import { DatabaseError, toDatabaseError } from "./database-error.js";
import { DatabaseOperations } from "./database-operations.js";
import { type DynaliteStore, loadDynalite } from "./dynalite-modules.js";

/** DynamoDB itself takes up to a few days; see docs/differences.md. */
const SWEEP_INTERVAL_MS = 60_000;
const MAX_REQUEST_BYTES = 16 * 1024 * 1024;
const JSON_TYPE = "application/x-amz-json-1.0";

/** Serves DynamoDB from dynalite's store in this process; works wherever Node does. */
export async function startDynalite(directory: string, port: number): Promise<DatabaseEngine> {
  await mkdir(directory, { recursive: true });
  const dynalite = loadDynalite();
  const store = dynalite.createStore({
    path: directory,
    createTableMs: 0,
    deleteTableMs: 0,
    updateTableMs: 0,
  });
  await open(store, directory);
  const operations = new DatabaseOperations(dynalite, store);
  const server = createServer((request, response) => {
    serve(operations, request, response).catch(() => response.destroy());
  });
  try {
    await listen(server, port, "127.0.0.1");
  } catch (error) {
    await operations.close();
    throw error;
  }
  const sweep = setInterval(() => {
    // What a sweep did not delete, the next one will.
    operations.sweep(Math.floor(Date.now() / 1_000)).catch(() => undefined);
  }, SWEEP_INTERVAL_MS).unref();
  // A listening TCP server has an address of this kind.
  const address = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    async close() {
      clearInterval(sweep);
      await stopServer(server);
      await operations.close();
    },
  };
}

async function open(store: DynaliteStore, directory: string): Promise<void> {
  try {
    await store.db.open();
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const isLocked = isMembers(cause) && cause.code === "LEVEL_LOCKED";
    throw new LocalError(
      [
        isLocked
          ? { code: "GW6020", message: `another process has ${directory} open` }
          : { code: "GW6022", message: `the store in ${directory} cannot be opened` },
      ],
      { cause: error },
    );
  }
}

async function serve(
  operations: DatabaseOperations,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= MAX_REQUEST_BYTES) chunks.push(chunk);
  }
  const target = /^DynamoDB_20120810\.(\w+)$/.exec(String(request.headers["x-amz-target"]))?.[1];
  // A web page cannot send this content type to another origin without asking first, and is never allowed.
  const isCall =
    request.method === "POST" &&
    request.headers["content-type"] === JSON_TYPE &&
    isLocalHost(request.headers.host);
  if (!isCall || target === undefined || bytes > MAX_REQUEST_BYTES) {
    const error = new DatabaseError("UnknownOperationException", "not a call of DynamoDB");
    return reply(response, 400, error.body);
  }
  try {
    const input: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}");
    if (!isMembers(input)) throw new SyntaxError("not an object");
    reply(response, 200, await operations.run(target, { ...input }));
  } catch (error) {
    const known =
      error instanceof SyntaxError
        ? new DatabaseError("SerializationException", "the body is not JSON")
        : toDatabaseError(error);
    const unknown = new DatabaseError("InternalServerError", String(error));
    reply(response, known === null ? 500 : 400, (known ?? unknown).body);
  }
}

function reply(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "Content-Type": JSON_TYPE,
    "Content-Length": Buffer.byteLength(text),
    "x-amzn-RequestId": randomUUID(),
  });
  response.end(text);
}
