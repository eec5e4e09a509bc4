import { dynamoMessages } from "./dynamo-messages.js";
import { dynamoUsers } from "./dynamo-users.js";
import type { Store } from "./store.js";
import type { Table } from "./table.js";
import { createUlid } from "./ulid.js";

/** A store in one DynamoDB table with the keys `pk` and `sk` and the TTL attribute `expiresAt`. */
export function createDynamoStore(table: Table, { now = Date.now } = {}): Store {
  const userId = () => crypto.randomUUID();
  return {
    ...dynamoMessages({ table, ulid: createUlid({ now }), now }),
    ...dynamoUsers({ table, userId, now }),
  };
}
