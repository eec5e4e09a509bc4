import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { UserError, UserErrors } from "../terminal/user-error.js";
import { type TemporaryFolder, temporaryFolder } from "../testing/temporary-folder.js";
import { findConfig, loadConfig } from "./load-config.js";

let folder: TemporaryFolder;
afterEach(() => folder.remove());

async function load(text: string, extra: Readonly<Record<string, string>> = {}) {
  folder = await temporaryFolder({ "gatewright.config.ts": text, ...extra });
  return loadConfig(join(folder.path, "gatewright.config.ts"));
}

/** What is wrong with a config: `line:column code message`. */
async function complaints(text: string): Promise<string[]> {
  try {
    await load(text);
    return [];
  } catch (error) {
    if (!(error instanceof UserErrors) && !(error instanceof UserError)) throw error;
    const errors = error instanceof UserErrors ? error.errors : [error];
    return errors.map(
      ({ code, message, place }) => `${place?.line}:${place?.column} ${code} ${message}`,
    );
  }
}

describe("loadConfig", () => {
  it("reads TypeScript, what it imports, and defineConfig without an installed package", async () => {
    const { config, inputs } = await load(
      `import { defineConfig } from "gatewright";
       import { name } from "./name.ts";
       export default defineConfig({ apis: [{ document: "a.yaml", name, outputs: [{ dir: "out" }] }] });`,
      { "name.ts": `export const name: string = "board";` },
    );
    expect(config.apis[0]?.name).toBe("board");
    expect(inputs.map((file) => file.slice(folder.path.length + 1)).sort()).toEqual([
      "gatewright.config.ts",
      "name.ts",
    ]);
  });

  it("reads a changed file anew", async () => {
    const api = (name: string) => `export default { apis: [], root: ${JSON.stringify(name)} };`;
    const { file } = await load(api("one"));
    await folder.write("gatewright.config.ts", api("two"));
    expect((await loadConfig(file)).config.root).toBe("two");
  });

  it("knows its own place", async () => {
    const { config } = await load(`export default { apis: [], root: import.meta.dirname };`);
    expect(config.root).toBe(folder.path);
  });

  it("names every unknown key, wrong value and missing key with its place", async () => {
    expect(
      await complaints(`export default {
  apis: [
    {
      documnet: "a.yaml",
      outputs: [{ dir: "out", emit: ["typs"] }],
      functions: { board: { entry: "a.ts", memoryMiB: 100 } },
      cors: { maxAgeSeconds: "60" },
    },
  ],
};
`),
    ).toEqual([
      '4:7 GW4004 apis[0] has no "documnet"; did you mean "document"?',
      expect.stringMatching(
        /^5:31 GW4005 apis\[0\]\.outputs\[0\]\.emit\[0\] must be one of contract, .*, found "typs"; did you mean "types"\?$/,
      ),
      "6:44 GW4005 apis[0].functions.board.memoryMiB must be a whole number from 128 to 10240, found 100",
      '7:15 GW4005 apis[0].cors.maxAgeSeconds must be a whole number from 0 to 86400, found "60"',
      '2:3 GW4005 apis[0] needs "document"',
    ]);
  });

  it("points into the alternative that was meant", async () => {
    expect(
      await complaints(
        `export default { apis: [{ document: "a", outputs: [], functions: { f: { entry: "x", environment: { A: { tabel: "t" } } } } }] };`,
      ),
    ).toEqual(expect.arrayContaining([expect.stringContaining('has no "tabel"')]));
  });

  it("takes names that objects inherit as names", async () => {
    expect(
      await complaints(
        `export default { apis: [], toString: 1, ["__proto__"]: 2, constructor: {} };`,
      ),
    ).toHaveLength(3);
  });

  it("gives the place of a syntax error", async () => {
    expect(await complaints(`export default {\n  apis: [,\n`)).toEqual([
      expect.stringMatching(/^3:1 GW4003 /),
    ]);
  });

  it("gives the message of a config that throws, without a stack", async () => {
    const [complaint] = await complaints(`throw new RangeError("no such thing");`);
    expect(complaint).toBe("1:1 GW4003 the config file threw RangeError: no such thing");
  });

  it("asks for a default export", async () => {
    expect(await complaints("export const config = {};")).toEqual([
      "1:1 GW4003 the config file has no default export",
    ]);
  });
});

describe("findConfig", () => {
  it("looks in the folders above", async () => {
    folder = await temporaryFolder({ "gatewright.config.mjs": "", "a/b/c.txt": "" });
    expect(await findConfig(join(folder.path, "a/b"))).toBe(
      join(folder.path, "gatewright.config.mjs"),
    );
  });
});
