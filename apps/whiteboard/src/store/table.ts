import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { StoreBusyError } from "./store.js";

/** The primary key of an item. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Item = Key & Readonly<Record<string, string | number>>;

/** A condition on the item that a write replaces or deletes; `values` are bound to names like `:now`. */
export interface Condition {
  readonly expression: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export type Write =
  | { readonly kind: "put"; readonly item: Item; readonly condition: Condition }
  | { readonly kind: "delete"; readonly key: Key; readonly condition: Condition };

/** The few things that the store asks of DynamoDB, on one table. Reads are strongly consistent: what was written is seen. */
export interface Table {
  get(key: Key): Promise<Readonly<Record<string, unknown>> | undefined>;
  /** Items of one partition with the greatest sort keys below `before`, descending. */
  descending(
    partition: string,
    limit: number,
    before: string | undefined,
  ): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** All writes or none. Answers with the positions of the conditions that did not hold; none means that it is written. */
  write(writes: readonly Write[]): Promise<readonly number[]>;
}

/** How often a transaction is sent again when another one holds one of its items. */
const MAX_ATTEMPTS = 5;

/** A table behind a document client. */
export function createTable(document: DynamoDBDocumentClient, TableName: string): Table {
  return {
    async get(Key) {
      const { Item } = await orBusy(
        document.send(new GetCommand({ TableName, Key, ConsistentRead: true })),
      );
      return Item;
    },

    async descending(partition, limit, before) {
      const { Items = [] } = await orBusy(
        document.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: before === undefined ? "pk = :pk" : "pk = :pk AND sk < :before",
            ExpressionAttributeValues: { ":pk": partition, ...(before && { ":before": before }) },
            ScanIndexForward: false,
            Limit: limit,
            ConsistentRead: true,
          }),
        ),
      );
      return Items;
    },

    async write(writes) {
      const items = writes.map((write) => toTransactItem(TableName, write));
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
        try {
          await orBusy(send(document, items));
          return [];
        } catch (error) {
          const codes = failureCodes(error);
          const failed = codes.flatMap((code, index) =>
            CONDITION_FAILED.has(code) ? [index] : [],
          );
          if (failed.length > 0) return failed;
          if (!codes.includes("TransactionConflict")) throw error;
        }
        await pause(attempt);
      }
      throw new StoreBusyError();
    },
  };
}

/** One write is sent as itself: a transaction costs twice the capacity. */
async function send(
  document: DynamoDBDocumentClient,
  items: readonly TransactItem[],
): Promise<unknown> {
  const [first] = items;
  if (items.length === 1 && first?.Put) return document.send(new PutCommand(first.Put));
  if (items.length === 1 && first?.Delete) return document.send(new DeleteCommand(first.Delete));
  return document.send(new TransactWriteCommand({ TransactItems: [...items] }));
}

type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

function toTransactItem(TableName: string, write: Write): TransactItem {
  const condition = {
    ConditionExpression: write.condition.expression,
    ...(write.condition.values && { ExpressionAttributeValues: write.condition.values }),
  };
  return write.kind === "put"
    ? { Put: { TableName, Item: write.item, ...condition } }
    : { Delete: { TableName, Key: write.key, ...condition } };
}

/** Error names and cancellation codes by which DynamoDB says "later". Source: Developer Guide, "Error handling with DynamoDB". */
const BUSY = new Set([
  "ProvisionedThroughputExceededException",
  "ProvisionedThroughputExceeded",
  "RequestLimitExceeded",
  "ThrottlingException",
  "ThrottlingError",
  "TransactionInProgressException",
]);
const CONDITION_FAILED = new Set(["ConditionalCheckFailedException", "ConditionalCheckFailed"]);

async function orBusy<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (failureCodes(error).some((code) => BUSY.has(code))) throw new StoreBusyError(error);
    throw error;
  }
}

/** One code per write of a cancelled transaction, such as `["None", "ConditionalCheckFailed"]`; else the error's name. */
function failureCodes(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  if (!("CancellationReasons" in error) || !Array.isArray(error.CancellationReasons)) {
    return error.name === "TransactionConflictException" ? ["TransactionConflict"] : [error.name];
  }
  return error.CancellationReasons.map((reason) => String(reason?.Code));
}

/** A random moment, longer with every attempt, so that writers at one item do not meet again. */
async function pause(attempt: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
}
