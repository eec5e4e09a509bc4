import { createHash } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Handler } from "@gatewright/local";
import { FUNCTION_MODULE, type FunctionBuild } from "../bundle/build-function.js";

/**
 * Where the functions of a running `gatewright dev` are loaded from. Each build gets a folder named after its
 * content: a changed one is another module for Node, an unchanged one keeps its state.
 */
export class ModuleStore {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens a store for this process in `parent`, and removes those of processes that have ended. */
  static async open(parent: string): Promise<ModuleStore> {
    await mkdir(parent, { recursive: true });
    for (const name of await readdir(parent)) {
      if (!isRunning(Number.parseInt(name, 10))) {
        await rm(join(parent, name), { recursive: true, force: true });
      }
    }
    return new ModuleStore(join(parent, String(process.pid)));
  }

  /** Writes a build, if it is another one than before, and loads its handler. Rejects with whatever the module throws. */
  async load(name: string, { files }: Pick<FunctionBuild, "files">): Promise<Handler> {
    const hash = createHash("sha256");
    for (const { path, data } of files) hash.update(`${path}\0${data.length}\0`).update(data);
    const dir = join(this.#folder, name, hash.digest("hex").slice(0, 16));
    for (const { path, data } of files) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), data);
    }
    const module: { readonly handler: Handler } = await import(
      pathToFileURL(join(dir, FUNCTION_MODULE)).href
    );
    return module.handler;
  }

  close(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
