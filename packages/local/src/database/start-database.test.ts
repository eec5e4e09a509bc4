import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";
import type { JsonObject, TableResource } from "@gatewright/contract";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Database, type DatabaseOptions, startDatabase } from "./start-database.js";
import { findDynoxide } from "./start-dynoxide.js";

const engines: readonly ("dynalite" | "dynoxide")[] =
  findDynoxide() === null ? ["dynalite"] : ["dynalite", "dynoxide"];

function table(name: string, extra: JsonObject = {}): TableResource {
  return {
    name,
    logicalId: name,
    properties: {
      AttributeDefinitions: [
        { AttributeName: "pk", AttributeType: "S" },
        { AttributeName: "sk", AttributeType: "S" },
      ],
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      BillingMode: "PAY_PER_REQUEST",
      ...extra,
    },
  };
}

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function newDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "gatewright-database-"));
  cleanUps.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function start(options: DatabaseOptions): Promise<Database> {
  const database = await startDatabase(options);
  cleanUps.push(() => database.close());
  return database;
}

function clientOf({ endpoint, region, credentials }: Database): DynamoDBDocument {
  const client = DynamoDBDocument.from(new DynamoDBClient({ endpoint, region, credentials }));
  cleanUps.push(() => client.destroy());
  return client;
}

describe.each(engines)("%s", { timeout: 30_000 }, (engine) => {
  it("creates the tables that are missing and keeps them, their items and their TTL between runs", async () => {
    const directory = await newDirectory();
    const tables = [
      table("board", {
        TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
        AttributeDefinitions: [
          { AttributeName: "pk", AttributeType: "S" },
          { AttributeName: "sk", AttributeType: "S" },
          { AttributeName: "email", AttributeType: "S" },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: "by-email",
            KeySchema: [{ AttributeName: "email", KeyType: "HASH" }],
            Projection: { ProjectionType: "ALL" },
          },
        ],
      }),
    ];
    const first = await startDatabase({ directory, engine, tables });
    expect(first.kind).toBe(engine);
    const writer = clientOf(first);
    await writer.put({ TableName: "board", Item: { pk: "a", sk: "1", email: "ada@example.com" } });
    await first.close();

    const second = clientOf(await start({ directory, engine, tables }));
    const { Items } = await second.query({
      TableName: "board",
      IndexName: "by-email",
      KeyConditionExpression: "email = :email",
      ExpressionAttributeValues: { ":email": "ada@example.com" },
    });
    expect(Items).toEqual([{ pk: "a", sk: "1", email: "ada@example.com" }]);
  });

  it("names a table whose key has changed", async () => {
    const directory = await newDirectory();
    const first = await startDatabase({ directory, engine, tables: [table("board")] });
    await first.close();
    const changed = table("board", {
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    });
    await expect(startDatabase({ directory, engine, tables: [changed] })).rejects.toMatchObject({
      code: "GW6021",
      findings: [
        {
          message:
            'table "board" exists with the key pk (S) HASH, sk (S) RANGE; resources.json wants id (S) HASH',
        },
      ],
    });
  });

  it("adds an index to a table that lacks it, or says that the engine cannot", async () => {
    const directory = await newDirectory();
    const first = await startDatabase({ directory, engine, tables: [table("board")] });
    await clientOf(first).put({ TableName: "board", Item: { pk: "a", sk: "1", email: "e" } });
    await first.close();
    const tables = [
      table("board", {
        AttributeDefinitions: ["pk", "sk", "email"].map((AttributeName) => ({
          AttributeName,
          AttributeType: "S",
        })),
        GlobalSecondaryIndexes: [
          {
            IndexName: "by-email",
            KeySchema: [{ AttributeName: "email", KeyType: "HASH" }],
            Projection: { ProjectionType: "ALL" },
          },
        ],
      }),
    ];
    if (engine === "dynalite") {
      await expect(startDatabase({ directory, engine, tables })).rejects.toMatchObject({
        findings: [
          {
            code: "GW6021",
            message:
              'table "board" exists without the index "by-email"; resources.json wants email (S) HASH',
          },
        ],
      });
      return;
    }
    const { Items } = await clientOf(await start({ directory, engine, tables })).query({
      TableName: "board",
      IndexName: "by-email",
      KeyConditionExpression: "email = :email",
      ExpressionAttributeValues: { ":email": "e" },
    });
    expect(Items).toEqual([{ pk: "a", sk: "1", email: "e" }]);
  });

  it("refuses a directory that is open already", async () => {
    const directory = await newDirectory();
    await start({ directory, engine });
    await expect(startDatabase({ directory, engine })).rejects.toMatchObject({ code: "GW6020" });
  });

  it("refuses table properties that CloudFormation does not have", async () => {
    const directory = await newDirectory();
    const tables = [table("board", { Colour: "blue" })];
    await expect(startDatabase({ directory, engine, tables })).rejects.toMatchObject({
      code: "GW6023",
      findings: [{ message: 'table "board": "Colour" is not a property of AWS::DynamoDB::Table' }],
    });
  });

  it("writes all of a transaction or, when a condition fails, none of it, and says which failed", async () => {
    const database = await start({
      directory: await newDirectory(),
      engine,
      tables: [table("board")],
    });
    const client = clientOf(database);
    const put = (sk: string) => ({
      Put: {
        TableName: "board",
        Item: { pk: "a", sk },
        ConditionExpression: "attribute_not_exists(pk)",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
      },
    });
    await client.transactWrite({ TransactItems: [put("1"), put("2")] });
    const failure = await client
      .transactWrite({
        TransactItems: [
          put("3"),
          put("2"),
          {
            ConditionCheck: {
              TableName: "board",
              Key: { pk: "a", sk: "1" },
              ConditionExpression: "attribute_exists(pk)",
            },
          },
        ],
      })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      name: "TransactionCanceledException",
      CancellationReasons: [
        { Code: "None" },
        { Code: "ConditionalCheckFailed", Item: { pk: { S: "a" }, sk: { S: "2" } } },
        { Code: "None" },
      ],
    });
    const { Responses } = await client.transactGet({
      TransactItems: ["1", "3"].map((sk) => ({
        Get: { TableName: "board", Key: { pk: "a", sk } },
      })),
    });
    expect(Responses?.map(({ Item }) => Item)).toEqual([{ pk: "a", sk: "1" }, undefined]);
  });

  it("updates and deletes in a transaction, and carries out a repeated token once", async () => {
    const database = await start({
      directory: await newDirectory(),
      engine,
      tables: [table("board")],
    });
    const client = clientOf(database);
    await client.put({ TableName: "board", Item: { pk: "a", sk: "old" } });
    const transaction = {
      ClientRequestToken: "token-1",
      TransactItems: [
        { Delete: { TableName: "board", Key: { pk: "a", sk: "old" } } },
        {
          Update: {
            TableName: "board",
            Key: { pk: "a", sk: "count" },
            UpdateExpression: "ADD amount :one",
            ExpressionAttributeValues: { ":one": 1 },
          },
        },
      ],
    };
    await client.transactWrite(transaction);
    await client.transactWrite(transaction);
    const { Items } = await client.query({
      TableName: "board",
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": "a" },
    });
    expect(Items).toEqual([{ pk: "a", sk: "count", amount: 1 }]);
  });

  it("gives back the item when a condition on a single write fails and the caller asks for it", async () => {
    const database = await start({
      directory: await newDirectory(),
      engine,
      tables: [table("board")],
    });
    const client = clientOf(database);
    await client.put({ TableName: "board", Item: { pk: "a", sk: "1", text: "first" } });
    const failure = await client
      .put({
        TableName: "board",
        Item: { pk: "a", sk: "1", text: "second" },
        ConditionExpression: "attribute_not_exists(pk)",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      name: "ConditionalCheckFailedException",
      Item: { pk: { S: "a" }, sk: { S: "1" }, text: { S: "first" } },
    });
  });
});

/** Ids of the dynoxide processes whose arguments name the directory. */
async function processesWith(directory: string): Promise<number[]> {
  const ids: number[] = [];
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const line = await readFile(`/proc/${entry}/cmdline`, "utf8").catch(() => "");
    const [program = "", ...rest] = line.split("\0");
    if (program.endsWith("/dynoxide") && rest.join(" ").includes(directory))
      ids.push(Number(entry));
  }
  return ids;
}

// Processes are started: on a machine that is busy with other things that takes its time.
describe("kill -9 of the process that writes", { timeout: 30_000 }, () => {
  let folder = "";
  // Beside the package's dependencies, so that the bundle finds them.
  beforeAll(async () => {
    folder = await mkdtemp(join(import.meta.dirname, "../../node_modules/.write-loop-"));
    await build({
      entryPoints: [fileURLToPath(new URL("./write-loop.testing.ts", import.meta.url))],
      outfile: join(folder, "write-loop.mjs"),
      bundle: true,
      packages: "external",
      format: "esm",
      platform: "node",
      conditions: ["@gatewright/source"],
      logLevel: "error",
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(engines)("loses no acknowledged write and halves no transaction (%s)", async (engine) => {
    const directory = await newDirectory();
    const child = spawn(process.execPath, [join(folder, "write-loop.mjs"), directory, engine], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let acknowledged = -1;
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith("endpoint ")) continue;
      acknowledged = Number(line);
      if (acknowledged === 40) child.kill("SIGKILL");
    }
    expect(acknowledged).toBeGreaterThanOrEqual(40);

    const client = clientOf(await start({ directory, engine, tables: [] }));
    const names = new Set<string>();
    const { Items = [] } = await client.scan({ TableName: "items" });
    for (const { pk } of Items) names.add(String(pk));
    for (let number = 0; number <= acknowledged; number += 1) {
      for (const kind of ["single", "left", "right"]) {
        expect(names).toContain(`${kind}-${number}`);
      }
    }
    const half = [...names].filter(
      (name) => name.startsWith("left-") && !names.has(name.replace("left", "right")),
    );
    expect(half).toEqual([]);
  });

  it.runIf(engines.includes("dynoxide"))(
    "tells when dynoxide ends though nobody asked",
    async () => {
      const directory = await newDirectory();
      const told = new Promise<string>((resolve) => {
        start({ directory, engine: "dynoxide", onEnd: resolve }).then(async () => {
          // The only process that has this directory in its arguments.
          for (const pid of await processesWith(directory)) process.kill(pid, "SIGKILL");
        });
      });
      expect(await told).toMatch(/^dynoxide has ended/);
    },
  );

  it.runIf(engines.includes("dynoxide"))("ends the dynoxide child too", async () => {
    const directory = await newDirectory();
    const child = spawn(process.execPath, [join(folder, "write-loop.mjs"), directory, "dynoxide"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let endpoint = "";
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith("endpoint ")) continue;
      endpoint = line.slice("endpoint ".length);
      child.kill("SIGKILL");
    }
    await expect
      .poll(() =>
        fetch(endpoint).then(
          () => "up",
          () => "down",
        ),
      )
      .toBe("down");
  });
});
