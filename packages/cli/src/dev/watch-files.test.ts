import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TemporaryFolder, temporaryFolder } from "../testing/temporary-folder.js";
import { type FileWatcher, watchFiles } from "./watch-files.js";

let folder: TemporaryFolder;
let watcher: FileWatcher;
let changes: string[];
let announce: () => void;

/** Resolves when the next change is told. */
function nextChange(): Promise<void> {
  return new Promise((resolve) => {
    announce = resolve;
  });
}

beforeEach(async () => {
  folder = await temporaryFolder({ "a.yaml": "1", "b.yaml": "1", "sub/c.yaml": "1" });
  changes = [];
  announce = () => {};
  watcher = watchFiles((files) => {
    changes.push(...files.map((file) => file.slice(folder.path.length + 1)));
    announce();
  });
});
afterEach(async () => {
  watcher.close();
  await folder.remove();
});
const at = (name: string) => join(folder.path, name);

describe("watchFiles", () => {
  it("tells of a watched file only when its content is another", async () => {
    watcher.watch([at("a.yaml"), at("sub/c.yaml")]);
    const change = nextChange();
    await writeFile(at("a.yaml"), "1");
    await writeFile(at("b.yaml"), "2");
    await writeFile(at("sub/c.yaml"), "2");
    await change;
    expect(changes).toEqual(["sub/c.yaml"]);
  });

  it("sees a file that another is renamed over, again and again", async () => {
    watcher.watch([at("a.yaml")]);
    for (const text of ["2", "3"]) {
      const change = nextChange();
      await writeFile(at("new"), text);
      await rename(at("new"), at("a.yaml"));
      await change;
    }
    expect(changes).toEqual(["a.yaml", "a.yaml"]);
  });

  it("tells of new files when it is asked to", async () => {
    watcher.watch([at("a.yaml")], { andNew: true });
    const change = nextChange();
    await writeFile(at("d.yaml"), "1");
    await change;
    expect(changes).toEqual(["d.yaml"]);
  });

  it("does not lose a change that happens while the set is replaced", async () => {
    watcher.watch([at("a.yaml")]);
    const change = nextChange();
    await writeFile(at("a.yaml"), "2");
    watcher.watch([at("a.yaml"), at("b.yaml")]);
    await change;
    expect(changes).toEqual(["a.yaml"]);
  });

  it("keeps quiet about files that were written on purpose", async () => {
    watcher.watch([at("a.yaml"), at("b.yaml")]);
    await writeFile(at("a.yaml"), "2");
    const change = nextChange();
    watcher.watch([at("a.yaml"), at("b.yaml")], { written: [at("a.yaml")] });
    await writeFile(at("b.yaml"), "2");
    await change;
    expect(changes).toEqual(["b.yaml"]);
  });
});
