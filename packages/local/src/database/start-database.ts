import type { TableResource } from "@gatewright/contract";
import { createTables } from "./create-tables.js";
import { type AwsCredentials, LOCAL_REGION, madeUpCredentials } from "./local-credentials.js";
import { findDynoxide } from "./start-dynoxide.js";
import { startEmbedded } from "./start-embedded.js";

/** Which DynamoDB answers: a child process, this process, or somebody else. */
export type DatabaseKind = "dynoxide" | "dynalite" | "endpoint";

export interface DatabaseOptions {
  /** Where the data stays between runs, for example `.gatewright/data`. Made when it is not there. */
  readonly directory: string;
  /** Tables of `resources.json`: created when they are missing. */
  readonly tables?: readonly TableResource[];
  /** Any free port when left out. */
  readonly port?: number;
  /** Another DynamoDB, for example `http://127.0.0.1:8000`: nothing is started. */
  readonly endpoint?: string;
  /** The one that has the data, else the best one for this platform, when left out. */
  readonly engine?: "dynoxide" | "dynalite";
  /** Credentials for `endpoint`; made up for this run when left out. */
  readonly credentials?: AwsCredentials;
  readonly region?: string;
  /** Called when the database ends though nobody asked it to; functions cannot reach it any more. */
  readonly onEnd?: (message: string) => void;
}

/** A DynamoDB that holds the tables it was asked for. */
export interface Database {
  readonly endpoint: string;
  readonly kind: DatabaseKind;
  readonly region: string;
  /** What clients of it sign with; an embedded database accepts any. */
  readonly credentials: AwsCredentials;
  /** Something that the user should know, for example that data of the other engine is there too. */
  readonly notes: readonly string[];
  /** Creates tables that are missing, after a change of `resources.json`. */
  createTables(tables: readonly TableResource[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the embedded database, or connects to another one, and creates the tables that are missing. What has been acknowledged
 * survives the end of the process, however it ends. Throws a `LocalError` when the directory is in use or a table's key has changed.
 */
export async function startDatabase(options: DatabaseOptions): Promise<Database> {
  const region = options.region ?? LOCAL_REGION;
  const credentials = options.credentials ?? madeUpCredentials();
  const engine = await startEngine(options);
  const database: Database = {
    endpoint: engine.endpoint,
    kind: engine.kind,
    region,
    credentials,
    notes: engine.notes,
    async createTables(tables) {
      if (tables.length === 0) return;
      const { DynamoDBClient } = await import("@aws-sdk/client-dynamodb");
      const client = new DynamoDBClient({ endpoint: engine.endpoint, region, credentials });
      try {
        await createTables(client, tables);
      } finally {
        client.destroy();
      }
    },
    close: () => engine.close(),
  };
  try {
    await database.createTables(options.tables ?? []);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return database;
}

async function startEngine(options: DatabaseOptions) {
  const { directory, endpoint, port = 0, engine = null, onEnd = () => undefined } = options;
  if (endpoint !== undefined) {
    return { endpoint, kind: "endpoint", notes: [], close: async () => undefined } as const;
  }
  return startEmbedded({ directory, port, engine, binary: findDynoxide(), onEnd });
}
