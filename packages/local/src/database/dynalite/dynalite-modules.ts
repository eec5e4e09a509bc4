import { createRequire } from "node:module";

/** A DynamoDB request or answer in its JSON form. */
export type Members = Record<string, unknown>;
type Callback = (error: unknown, value?: unknown) => void;

/** One write to the LevelDB behind dynalite. */
export type StoreWrite =
  | { readonly type: "put"; readonly key: string; readonly value: unknown }
  | { readonly type: "del"; readonly key: string };

/** A name space of keys in dynalite's store. */
export interface SubStore {
  get(key: string, callback: Callback): void;
  put(key: string, value: unknown, callback: Callback): void;
  del(key: string, callback: Callback): void;
  lock(key: string, body: (release: (callback: Callback) => Callback) => void): void;
}

/** What dynalite's actions work on. */
export interface DynaliteStore {
  readonly options: Members;
  readonly db: {
    open(): Promise<void>;
    close(): Promise<void>;
    get(key: string): Promise<unknown>;
    put(key: string, value: unknown): Promise<void>;
    batch(writes: readonly StoreWrite[]): Promise<void>;
  };
  readonly tableDb: SubStore;
  getItemDb(tableName: string): SubStore;
  getIndexDb(indexType: string, tableName: string, indexName: string): SubStore;
  getTable(name: string, checkStatus: boolean | Callback, callback?: Callback): void;
}

type DynaliteAction = (store: DynaliteStore, input: Members, callback: Callback) => void;

/** The parts of dynalite that are used here. They are internal, which is why the version is pinned. */
export interface Dynalite {
  createStore(options: Members): DynaliteStore;
  /** Checks and completes the input of an operation as dynalite does; throws its error. */
  readInput(operation: string, input: Members, store: DynaliteStore): Members;
  run(operation: string, store: DynaliteStore, input: Members): Promise<Members>;
}

interface Validations {
  checkTypes(input: Members, types: unknown): Members;
  checkValidations(input: Members, types: unknown, custom: unknown, store: DynaliteStore): void;
}

/** Loads dynalite; nothing of it is loaded while another engine serves. */
export function loadDynalite(): Dynalite {
  const require = createRequire(import.meta.url);
  // The shapes below are those of dynalite 4.0.0, which package.json pins; the engine's tests exercise each.
  const database = require("dynalite/db/index.js") as { create(options: Members): DynaliteStore };
  const validations = require("dynalite/validations/index.js") as Validations;
  const moduleName = (operation: string) => operation.charAt(0).toLowerCase() + operation.slice(1);
  return {
    createStore: (options) => database.create(options),
    readInput(operation, input, store) {
      const rules = require(`dynalite/validations/${moduleName(operation)}.js`) as Members;
      const read = validations.checkTypes(input, rules.types);
      validations.checkValidations(read, rules.types, rules.custom, store);
      return read;
    },
    run(operation, store, input) {
      const action = require(`dynalite/actions/${moduleName(operation)}.js`) as DynaliteAction;
      return new Promise((resolve, reject) => {
        action(store, input, (error, value) => {
          if (error !== null && error !== undefined) reject(error);
          else resolve((value ?? {}) as Members);
        });
      });
    },
  };
}
