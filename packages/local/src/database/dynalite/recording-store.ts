import type { DynaliteStore, StoreWrite, SubStore } from "./dynalite-modules.js";

/**
 * A store whose reads are real and whose writes are only noted down in `writes`. dynalite writes an item and each of its
 * index entries one after the other; noted down, they can be written as one batch, which LevelDB does entirely or not at all.
 * Whoever uses it makes sure that nobody else writes meanwhile, so keys need no locks.
 */
export function recordingStore(store: DynaliteStore, writes: StoreWrite[]): DynaliteStore {
  const record = (subStore: SubStore, prefix: string): SubStore => ({
    get: (key, callback) => subStore.get(key, callback),
    put(key, value, callback) {
      writes.push({ type: "put", key: prefix + key, value });
      callback(null);
    },
    del(key, callback) {
      writes.push({ type: "del", key: prefix + key });
      callback(null);
    },
    lock: (_key, body) => body((callback) => callback),
  });
  return {
    options: store.options,
    db: store.db,
    tableDb: store.tableDb,
    getTable: (name, checkStatus, callback) => store.getTable(name, checkStatus, callback),
    // The prefixes are dynalite's own for these name spaces.
    getItemDb: (tableName) => record(store.getItemDb(tableName), `item-${tableName}~`),
    getIndexDb: (indexType, tableName, indexName) =>
      record(
        store.getIndexDb(indexType, tableName, indexName),
        `index-${indexType.toLowerCase()}~${tableName}~${indexName}~`,
      ),
  };
}
