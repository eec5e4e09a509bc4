import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EmittedFile } from "../emit/emitter.js";
import { applyFolder, readFolder, readManifest } from "./folder.js";
import { MANIFEST_FILE } from "./manifest.js";
import { type FolderPlan, type PlanOptions, planFolder } from "./plan.js";
import { WriteError } from "./write-error.js";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "gatewright-write-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function plan(emitted: readonly EmittedFile[], options?: PlanOptions): Promise<FolderPlan> {
  const manifest = await readManifest(dir);
  const paths = emitted.map(({ path }) => path);
  const state = await readFolder(dir, manifest, paths);
  return planFolder(state, [{ name: "server", files: emitted }], options);
}
async function run(emitted: readonly EmittedFile[], options?: PlanOptions): Promise<FolderPlan> {
  const made = await plan(emitted, options);
  expect(made.conflicts).toEqual([]);
  await applyFolder(made);
  return made;
}
const read = (path: string) => readFile(join(dir, path), "utf8");

describe("writing a folder", () => {
  it("writes files, in folders too, and leaves nothing else behind", async () => {
    await run([
      { path: "a.txt", text: "a\n" },
      { path: "client/b.txt", text: "b\n" },
    ]);
    expect(await read("client/b.txt")).toBe("b\n");
    expect((await readdir(dir)).sort()).toEqual([MANIFEST_FILE, "a.txt", "client"]);
  });

  it("plans nothing the second time", async () => {
    const files = [{ path: "a.txt", text: "a\n" }];
    await run(files);
    const again = await plan(files);
    expect(again.changes).toEqual([]);
    expect(again.isManifestStale).toBe(false);
  });

  it("removes what it wrote earlier and no longer emits, with the folder that this empties", async () => {
    await run([
      { path: "a.txt", text: "a\n" },
      { path: "client/deep/b.txt", text: "b\n" },
    ]);
    await run([{ path: "a.txt", text: "a\n" }]);
    expect((await readdir(dir)).sort()).toEqual([MANIFEST_FILE, "a.txt"]);
    expect(await read(MANIFEST_FILE)).not.toContain("b.txt");
  });

  it("leaves parts alone that it is told to keep", async () => {
    await run([{ path: "a.txt", text: "a\n" }]);
    const state = await readFolder(dir, await readManifest(dir), ["b.txt"]);
    const types = { name: "types", files: [{ path: "b.txt", text: "b\n" }], inputs: "1" };
    await applyFolder(planFolder(state, [types], { keep: new Set(["server"]) }));
    const manifest = await readManifest(dir);
    expect([...manifest.files.keys()]).toEqual(["a.txt", "b.txt"]);
    expect(manifest.inputs.get("types")).toBe("1");
    expect(await read("a.txt")).toBe("a\n");
  });

  it("keeps files and folders that are somebody else's", async () => {
    await run([{ path: "client/b.txt", text: "b\n" }]);
    await writeFile(join(dir, "client/notes.md"), "mine");
    await run([]);
    expect(await readdir(join(dir, "client"))).toEqual(["notes.md"]);
  });

  it("refuses to replace a file that no earlier run wrote", async () => {
    await writeFile(join(dir, "server.ts"), "by hand");
    const made = await plan([{ path: "server.ts", text: "generated\n" }]);
    expect(made.conflicts).toEqual([{ kind: "foreign", path: "server.ts" }]);
    expect(made.changes).toEqual([]);
  });

  it("replaces it when it is told to", async () => {
    await writeFile(join(dir, "server.ts"), "by hand");
    await run([{ path: "server.ts", text: "generated\n" }], { force: true });
    expect(await read("server.ts")).toBe("generated\n");
  });

  it("takes a file over that already says what would be written", async () => {
    await writeFile(join(dir, "server.ts"), "generated\n");
    await run([{ path: "server.ts", text: "generated\n" }]);
    expect(await read(MANIFEST_FILE)).toContain("server.ts");
  });

  it("replaces a generated file that was edited, but does not remove one", async () => {
    const files = [
      { path: "a.txt", text: "a\n" },
      { path: "b.txt", text: "b\n" },
    ];
    await run(files);
    await writeFile(join(dir, "a.txt"), "edited");
    await writeFile(join(dir, "b.txt"), "edited");
    const made = await plan(files.slice(0, 1));
    expect(made.changes).toEqual([{ kind: "update", path: "a.txt", text: "a\n" }]);
    expect(made.conflicts).toEqual([{ kind: "edited", path: "b.txt" }]);
  });

  it("never follows a manifest out of the folder", async () => {
    await mkdir(join(dir, "out"));
    await writeFile(join(dir, "canary.txt"), "alive");
    const file = { part: "server", sha256: "0" };
    const files = { "../canary.txt": file, "/etc/hosts": file, "a/../../canary.txt": file };
    await writeFile(join(dir, "out", MANIFEST_FILE), JSON.stringify({ formatVersion: 1, files }));
    expect((await readManifest(join(dir, "out"))).files.size).toBe(0);
  });

  it("counts a manifest with merge markers as empty", async () => {
    await writeFile(join(dir, MANIFEST_FILE), "<<<<<<< ours\n{}\n");
    expect((await readManifest(dir)).files.size).toBe(0);
  });

  it("keeps names that objects inherit apart from names that are listed", async () => {
    await run([{ path: "__proto__", text: "x\n" }]);
    expect((await readManifest(dir)).files.has("__proto__")).toBe(true);
    expect((await plan([{ path: "toString", text: "y\n" }])).changes).toHaveLength(2);
  });

  it("says what the file system refused", async () => {
    await writeFile(join(dir, "client"), "a file where a folder belongs");
    const made = await plan([{ path: "client/b.txt", text: "b\n" }]);
    await expect(applyFolder(made)).rejects.toThrow(WriteError);
    expect(
      (await readdir(dir)).filter(
        (name) => name.startsWith(".gatewright-") && name !== MANIFEST_FILE,
      ),
    ).toEqual([]);
  });

  it("names the file that stands where the folder belongs, or above it", async () => {
    const file = join(dir, "afile");
    await writeFile(file, "");
    for (const target of [file, join(file, "deep", "er")]) {
      const state = await readFolder(target, await readManifest(target), ["b.txt"]);
      const emitted = [{ name: "server" as const, files: [{ path: "b.txt", text: "b\n" }] }];
      await expect(applyFolder(planFolder(state, emitted))).rejects.toMatchObject({
        name: "WriteError",
        path: file,
        message: `${file} is a file, not a folder`,
      });
    }
  });

  it.runIf(process.platform === "linux")("ends where no folder can be made at all", async () => {
    const target = "/proc/gatewright-test/out";
    const state = await readFolder(target, await readManifest(target), ["b.txt"]);
    const emitted = [{ name: "server" as const, files: [{ path: "b.txt", text: "b\n" }] }];
    await expect(applyFolder(planFolder(state, emitted))).rejects.toMatchObject({
      name: "WriteError",
      path: "/proc/gatewright-test",
    });
  });

  it("does not write outside the folder, nor two files of one name", async () => {
    await expect(plan([{ path: "../x", text: "" }])).rejects.toThrow("leaves the output folder");
    await expect(
      plan([
        { path: "Pet.d.ts", text: "" },
        { path: "pet.d.ts", text: "" },
      ]),
    ).rejects.toThrow("emitted twice");
  });
});
