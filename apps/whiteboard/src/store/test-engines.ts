import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDatabase } from "@gatewright/local";
import resources from "../../generated/resources.json" with { type: "json" };
import { connectTable } from "./connect-table.js";
import { createDynamoStore } from "./dynamo-store.js";
import { createMemoryStore } from "./memory-store.js";
import type { Store } from "./store.js";

/** What the store's tests run on. */
export const engineNames = ["memory", "dynalite", "dynoxide"] as const;

export type EngineName = (typeof engineNames)[number];

/** Something that stores can stand on. */
export interface Engine {
  /** A store with nothing in it. */
  newStore(now: () => number): Promise<Store>;
  stop(): Promise<void>;
}

/** dynoxide comes as a binary for Linux on x64; the other engines run anywhere. */
export function isAvailable(name: EngineName): boolean {
  return name !== "dynoxide" || (process.platform === "linux" && process.arch === "x64");
}

export async function startEngine(name: EngineName): Promise<Engine> {
  if (name === "memory") {
    return { newStore: async (now) => createMemoryStore({ now }), stop: async () => undefined };
  }
  const directory = await mkdtemp(join(tmpdir(), "whiteboard-store-"));
  const database = await startDatabase({ directory, engine: name });
  const { endpoint, region, credentials } = database;
  let tables = 0;
  return {
    async newStore(now) {
      tables += 1;
      const tableName = `whiteboard-${tables}`;
      await database.createTables(resources.tables.map((each) => ({ ...each, name: tableName })));
      const environment = { TABLE_NAME: tableName };
      const table = connectTable(environment, { endpoint, region, credentials });
      return createDynamoStore(table, { now });
    },
    async stop() {
      await database.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
