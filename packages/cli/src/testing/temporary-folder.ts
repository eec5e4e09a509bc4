import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface TemporaryFolder {
  /** Absolute, with links resolved. */
  readonly path: string;
  write(name: string, text: string): Promise<string>;
  read(name: string): Promise<string>;
  /** Paths of all files, relative with `/`, sorted. */
  list(name?: string): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/** A folder with some files in it, for one test. */
export async function temporaryFolder(
  files: Readonly<Record<string, string>> = {},
): Promise<TemporaryFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), "gatewright-")));
  const folder: TemporaryFolder = {
    path,
    async write(name, text) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), text);
      return join(path, name);
    },
    read: (name) => readFile(join(path, name), "utf8"),
    async list(name = ".") {
      const found = await readdir(join(path, name), { recursive: true, withFileTypes: true });
      return found
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(path, name).length + 1))
        .map((file) => file.replaceAll("\\", "/"))
        .sort();
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
  for (const [name, text] of Object.entries(files)) await folder.write(name, text);
  return folder;
}
