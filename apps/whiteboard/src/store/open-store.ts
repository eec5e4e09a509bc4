import { connectTable, type Environment } from "./connect-table.js";
import { createDynamoStore } from "./dynamo-store.js";
import type { Store } from "./store.js";

/** The store of this environment. Whoever imports this module loads the AWS SDK. */
export function openStore(environment: Environment): Store {
  return createDynamoStore(connectTable(environment));
}
