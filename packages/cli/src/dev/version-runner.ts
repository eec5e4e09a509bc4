import {
  type ApiSource,
  applyEnvironment,
  type EnvironmentOptions,
  functionEnvironment,
  type Handler,
} from "@gatewright/local";
import type { ApiVersion } from "./make-version.js";
import type { ModuleStore } from "./module-store.js";

/** Turns versions into what the local gateway runs: the environment is set, the functions' modules are loaded. */
export class VersionRunner {
  readonly #store: ModuleStore;
  readonly #settings: Omit<EnvironmentOptions, "resources">;
  #undo: () => void = () => {};
  #current: ReturnType<typeof functionEnvironment> = {};

  /** `environment` in the settings is the one before any version has been applied. */
  constructor(store: ModuleStore, settings: Omit<EnvironmentOptions, "resources">) {
    this.#store = store;
    this.#settings = settings;
  }

  /**
   * Loads all functions of a version. Rejects, with the environment as it was, when one throws while it loads or
   * a variable has no value: the version before goes on.
   */
  async prepare({ definition, resources, builds }: ApiVersion): Promise<ApiSource> {
    const before = this.#current;
    this.#apply(functionEnvironment({ ...this.#settings, resources }));
    try {
      const handlers = new Map<string, Handler>();
      for (const [name, build] of builds) handlers.set(name, await this.#store.load(name, build));
      const functions = Object.fromEntries(
        [...handlers].map(([name, handler]) => [name, async () => handler]),
      );
      return { definition, resources, functions };
    } catch (error) {
      this.#apply(before);
      throw error;
    }
  }

  /** Puts the environment back as it was found. */
  close(): void {
    this.#apply({});
  }

  #apply(values: ReturnType<typeof functionEnvironment>): void {
    this.#undo();
    this.#undo = applyEnvironment(values);
    this.#current = values;
  }
}
