import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyFolder, packAll, packageFolders, root, run } from "./packed-packages.js";

const tool = (...path: string[]) => join(root, "node_modules", ...path);
let folder: Awaited<ReturnType<typeof emptyFolder>>;
let tarballs: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  folder = await emptyFolder();
  tarballs = await packAll(folder.path);
});
afterAll(() => folder?.remove());

describe.each(packageFolders)("the tarball of %s", (name) => {
  it("has nothing that publint warns of", async () => {
    const { code, output } = await run(
      process.execPath,
      [tool("publint", "src", "cli.js"), "run", tarballs[name] ?? "", "--strict"],
      folder.path,
    );
    expect(code, output).toBe(0);
  });

  it("has types that fit its code for every importer (attw, node16)", async () => {
    const { code, output } = await run(
      process.execPath,
      [
        tool("@arethetypeswrong", "cli", "dist", "index.js"),
        tarballs[name] ?? "",
        "--profile",
        "node16",
        "--no-emoji",
      ],
      folder.path,
    );
    expect(code, output).toBe(0);
  });
});
