import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DatabaseOperations } from "./database-operations.js";
import { loadDynalite } from "./dynalite-modules.js";

let folder: string;
let database: DatabaseOperations;

async function open(): Promise<DatabaseOperations> {
  const dynalite = loadDynalite();
  const store = dynalite.createStore({
    path: folder,
    createTableMs: 0,
    updateTableMs: 0,
    deleteTableMs: 0,
  });
  await store.db.open();
  return new DatabaseOperations(dynalite, store);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gatewright-dynalite-"));
  database = await open();
  await database.run("CreateTable", {
    TableName: "board",
    AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    BillingMode: "PAY_PER_REQUEST",
  });
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const put = (pk: string, expiresAt?: string) =>
  database.run("PutItem", {
    TableName: "board",
    Item: { pk: { S: pk }, ...(expiresAt !== undefined && { expiresAt: { N: expiresAt } }) },
  });
const names = async () => {
  const { Items } = await database.run("Scan", { TableName: "board" });
  return (Items as { pk: { S: string } }[]).map(({ pk }) => pk.S).sort();
};

it("deletes what has expired, and keeps its TTL over a restart", async () => {
  await database.run("UpdateTimeToLive", {
    TableName: "board",
    TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
  });
  await put("past", "99");
  await put("now", "100");
  await put("future", "101");
  await put("never");
  await database.close();
  database = await open();
  expect(await database.run("DescribeTimeToLive", { TableName: "board" })).toEqual({
    TimeToLiveDescription: { TimeToLiveStatus: "ENABLED", AttributeName: "expiresAt" },
  });
  await database.sweep(100);
  expect(await names()).toEqual(["future", "never"]);
});

it("sweeps nothing from a table without TTL", async () => {
  await put("past", "1");
  await database.sweep(100);
  expect(await names()).toEqual(["past"]);
});

it("increments one number from many callers at the same time without losing any", async () => {
  const increments = Array.from({ length: 25 }, () =>
    database.run("UpdateItem", {
      TableName: "board",
      Key: { pk: { S: "counter" } },
      UpdateExpression: "ADD amount :one",
      ExpressionAttributeValues: { ":one": { N: "1" } },
    }),
  );
  await Promise.all(increments);
  const { Item } = await database.run("GetItem", {
    TableName: "board",
    Key: { pk: { S: "counter" } },
  });
  expect(Item).toEqual({ pk: { S: "counter" }, amount: { N: "25" } });
});

it("lets one of two transactions about the same item through", async () => {
  const create = (owner: string) =>
    database.run("TransactWriteItems", {
      TransactItems: [
        {
          Put: {
            TableName: "board",
            Item: { pk: { S: "email" }, owner: { S: owner } },
            ConditionExpression: "attribute_not_exists(pk)",
          },
        },
        { Put: { TableName: "board", Item: { pk: { S: owner } } } },
      ],
    });
  const [first, second] = await Promise.allSettled([create("a"), create("b")]);
  expect([first?.status, second?.status]).toEqual(["fulfilled", "rejected"]);
  expect(await names()).toEqual(["a", "email"]);
});

it.each<[string, unknown, RegExp]>([
  ["no actions", [], /from 1 to 100 actions/],
  ["two actions in one", [{ Put: {}, Delete: {} }], /only contain one of/],
  ["an unknown action", [{ Patch: {} }], /cannot contain Patch/],
  [
    "one item twice",
    [1, 2].map(() => ({ Delete: { TableName: "board", Key: { pk: { S: "a" } } } })),
    /multiple operations on one item/,
  ],
  [
    "a condition check without a condition",
    [{ ConditionCheck: { TableName: "board", Key: {} } }],
    /missing/,
  ],
])("refuses a transaction with %s", async (_title, TransactItems, message) => {
  await expect(database.run("TransactWriteItems", { TransactItems })).rejects.toMatchObject({
    type: "ValidationException",
    message: expect.stringMatching(message),
  });
});

it("refuses a token that was used with another transaction", async () => {
  const write = (pk: string) =>
    database.run("TransactWriteItems", {
      ClientRequestToken: "t",
      TransactItems: [{ Put: { TableName: "board", Item: { pk: { S: pk } } } }],
    });
  await write("a");
  await expect(write("b")).rejects.toMatchObject({ type: "IdempotentParameterMismatchException" });
});
