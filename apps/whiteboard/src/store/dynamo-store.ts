import { dynamoMessages } from "./dynamo-messages.js";
import { dynamoUsers } from "./dynamo-users.js";
import type { Store } from "./store.js";
import type { Table } from "./table.js";
import { createUlid } from "./ulid.js";

export interface DynamoStoreOptions {
  /** Called by the first read or write, and until it has succeeded once. */
  readonly connect: () => Promise<Table>;
  /** Milliseconds since 1970; the system's clock by default. */
  readonly now?: () => number;
}

/** A store in one DynamoDB table with the keys `pk` and `sk` and the TTL attribute `expiresAt`. */
export function createDynamoStore({ connect, now = Date.now }: DynamoStoreOptions): Store {
  let connection: Promise<Table> | undefined;
  const table = () => {
    connection ??= connect().catch((error: unknown) => {
      connection = undefined;
      throw error;
    });
    return connection;
  };
  const userId = () => crypto.randomUUID();
  return {
    ...dynamoMessages({ table, ulid: createUlid({ now }), now }),
    ...dynamoUsers({ table, userId, now }),
  };
}
