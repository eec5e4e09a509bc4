import { isMembers } from "../../definition/definition-reader.js";
import { DatabaseError, toDatabaseError, validationError } from "./database-error.js";
import type { Dynalite, DynaliteStore, Members, StoreWrite } from "./dynalite-modules.js";
import { Mutex } from "./mutex.js";
import { recordingStore } from "./recording-store.js";
import { TimeToLive } from "./time-to-live.js";
import { readTransactionItems, type TransactionItem } from "./transaction-items.js";
import { WriteTokens } from "./write-tokens.js";

/** Operations that dynalite runs as they are. */
const PLAIN = new Set([
  "BatchGetItem",
  "CreateTable",
  "DeleteTable",
  "DescribeTable",
  "GetItem",
  "ListTables",
  "ListTagsOfResource",
  "Query",
  "Scan",
  "TagResource",
  "UntagResource",
  "UpdateTable",
]);
const MAX_SETTLE_POLLS = 1_000;
const WRITES = new Set(["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"]);

/**
 * DynamoDB's operations over a dynalite store. Every write is one LevelDB batch, so a process that is killed leaves no half
 * of one behind; writes come one after the other. Transactions, TTL and the item on a failed condition are made here.
 */
export class DatabaseOperations {
  readonly #dynalite: Dynalite;
  readonly #store: DynaliteStore;
  readonly #mutex = new Mutex();
  readonly #timeToLive: TimeToLive;
  readonly #tokens = new WriteTokens();

  constructor(dynalite: Dynalite, store: DynaliteStore) {
    this.#dynalite = dynalite;
    this.#store = store;
    this.#timeToLive = new TimeToLive(store.db, (operation, input) => this.run(operation, input));
  }

  /** Runs an operation such as `PutItem`; throws a `DatabaseError` for what the caller did wrong. */
  async run(operation: string, input: Members): Promise<Members> {
    if (PLAIN.has(operation)) return this.#plain(operation, input);
    if (WRITES.has(operation)) return this.#mutex.run(() => this.#write(operation, input));
    switch (operation) {
      case "TransactWriteItems":
        return this.#mutex.run(() => this.#transactWrite(input));
      case "TransactGetItems":
        return this.#mutex.run(() => this.#transactGet(input));
      case "UpdateTimeToLive":
        await this.#plain("DescribeTable", { TableName: input.TableName });
        return this.#timeToLive.update(input);
      case "DescribeTimeToLive":
        await this.#plain("DescribeTable", { TableName: input.TableName });
        return this.#timeToLive.describe(input);
      default:
        throw new DatabaseError("UnknownOperationException", `${operation} is not supported here`);
    }
  }

  /** Deletes items whose time has come. */
  sweep(nowSeconds: number): Promise<void> {
    return this.#timeToLive.sweep(nowSeconds);
  }

  /** Waits for the write on its way, then closes the store. */
  close(): Promise<void> {
    return this.#mutex.run(() => this.#store.db.close());
  }

  async #plain(operation: string, input: Members): Promise<Members> {
    const read = this.#dynalite.readInput(operation, input, this.#store);
    const output = await this.#dynalite.run(operation, this.#store, read);
    if (operation === "CreateTable") {
      await this.#timeToLive.forget(String(read.TableName));
      await this.#settle(String(read.TableName));
    }
    return output;
  }

  /** dynalite makes a table active a moment after it has answered; here it is usable with the answer. */
  async #settle(TableName: string): Promise<void> {
    for (let poll = 0; poll < MAX_SETTLE_POLLS; poll += 1) {
      const { Table } = await this.#dynalite.run("DescribeTable", this.#store, { TableName });
      if (isMembers(Table) && Table.TableStatus === "ACTIVE") return;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  async #write(operation: string, input: Members): Promise<Members> {
    const writes: StoreWrite[] = [];
    const keep = input.ReturnValuesOnConditionCheckFailure;
    const read = this.#dynalite.readInput(operation, { ...input }, this.#store);
    try {
      const output = await this.#dynalite.run(operation, recordingStore(this.#store, writes), read);
      await this.#store.db.batch(writes);
      return output;
    } catch (error) {
      const known = toDatabaseError(error);
      if (known?.type !== "ConditionalCheckFailedException" || keep !== "ALL_OLD") throw error;
      const Item = await this.#existing(read);
      throw new DatabaseError(known.type, known.message, Item === undefined ? {} : { Item });
    }
  }

  async #transactWrite(input: Members): Promise<Members> {
    const items = readTransactionItems(input.TransactItems, "write");
    const token = input.ClientRequestToken;
    if (this.#tokens.isRepeat(token, input)) return {};
    const prepared = items.map((item) => ({
      item,
      read: this.#dynalite.readInput(item.operation, { ...item.input }, this.#store),
    }));
    await this.#refuseDuplicates(prepared.map(({ read }) => read));
    const writes: StoreWrite[] = [];
    const reasons: Members[] = [];
    for (const { item, read } of prepared) {
      const recorded: StoreWrite[] = [];
      try {
        await this.#dynalite.run(item.operation, recordingStore(this.#store, recorded), read);
        if (!item.isCheckOnly) writes.push(...recorded);
        reasons.push({ Code: "None" });
      } catch (error) {
        reasons.push(await this.#cancellationReason(item, read, error));
      }
    }
    if (reasons.some(({ Code }) => Code !== "None")) throw cancelled(reasons);
    await this.#store.db.batch(writes);
    this.#tokens.remember(token, input);
    return {};
  }

  async #transactGet(input: Members): Promise<Members> {
    const items = readTransactionItems(input.TransactItems, "read");
    const Responses: Members[] = [];
    for (const { input: get } of items) {
      const { Item } = await this.#plain("GetItem", { ...get });
      Responses.push(Item === undefined ? {} : { Item });
    }
    return { Responses };
  }

  async #cancellationReason(
    item: TransactionItem,
    read: Members,
    error: unknown,
  ): Promise<Members> {
    const known = toDatabaseError(error);
    if (known?.type === "ConditionalCheckFailedException") {
      const Item = item.keepsItem ? await this.#existing(read) : undefined;
      return {
        Code: "ConditionalCheckFailed",
        Message: "The conditional request failed",
        ...(Item !== undefined && { Item }),
      };
    }
    if (known?.type === "ValidationException")
      return { Code: "ValidationError", Message: known.message };
    throw error;
  }

  async #refuseDuplicates(reads: readonly Members[]): Promise<void> {
    const seen = new Set<string>();
    for (const read of reads) {
      const key = JSON.stringify([read.TableName, await this.#keyOf(read)]);
      if (seen.has(key)) {
        throw validationError("Transaction request cannot include multiple operations on one item");
      }
      seen.add(key);
    }
  }

  async #existing(read: Members): Promise<unknown> {
    const Key = await this.#keyOf(read);
    const { Item } = await this.#plain("GetItem", {
      TableName: read.TableName,
      Key,
      ConsistentRead: true,
    });
    return Item;
  }

  /** The key of the item that an operation is about; attributes in the order of the table's key. */
  async #keyOf(read: Members): Promise<Members> {
    const { Table } = await this.#plain("DescribeTable", { TableName: read.TableName });
    // dynalite's answers hold what DynamoDB's API describes; the input has passed its validation.
    const { KeySchema } = Table as { KeySchema: readonly { AttributeName: string }[] };
    const attributes = (read.Key ?? read.Item) as Members;
    return Object.fromEntries(
      KeySchema.map(({ AttributeName }) => [AttributeName, attributes[AttributeName]]),
    );
  }
}

function cancelled(reasons: readonly Members[]): DatabaseError {
  const codes = reasons.map(({ Code }) => String(Code)).join(", ");
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return new DatabaseError("TransactionCanceledException", message, {
    Message: message,
    CancellationReasons: reasons,
  });
}
