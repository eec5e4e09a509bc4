import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FunctionResource } from "@gatewright/contract";
import { afterEach, describe, expect, it } from "vitest";
import { type TemporaryFolder, temporaryFolder } from "../testing/temporary-folder.js";
import { bundleFunctions } from "./bundle-functions.js";

let folder: TemporaryFolder;
afterEach(() => folder.remove());

const board: FunctionResource = {
  name: "board",
  logicalId: "Board",
  kind: "api",
  entry: "src/function.ts",
  bundle: "dist/functions/board",
  memoryMiB: 512,
  timeoutSeconds: 10,
  environment: {},
  tables: [],
};
const { entry: _, ...authorizer } = {
  ...board,
  name: "board-authorizer",
  kind: "authorizer" as const,
  bundle: "dist/functions/board-authorizer",
};

async function bundle(resource: FunctionResource, files: Readonly<Record<string, string>>) {
  folder = await temporaryFolder(files);
  const [bundled] = await bundleFunctions([resource], { root: folder.path });
  if (!bundled) throw new RangeError("nothing was bundled");
  // Loaded by Node itself, as Lambda does.
  const module: { handler: (event: unknown) => Promise<unknown> } = await import(
    pathToFileURL(join(bundled.dir, "index.mjs")).href
  );
  return { bundled, module };
}

describe("bundleFunctions", () => {
  it("makes a module that answers an event, for production", async () => {
    const { bundled, module } = await bundle(board, {
      "src/function.ts": `
        import { greet } from "./greet.js";
        export async function handler(event: { name: string }) {
          return { text: greet(event.name), mode: process.env.NODE_ENV };
        }`,
      "src/greet.ts": 'export const greet = (name: string): string => "hello " + name;',
    });
    expect(await module.handler({ name: "Ada" })).toEqual({
      text: "hello Ada",
      mode: "production",
    });
    expect(bundled.bytes).toBeLessThan(300);
    expect(await folder.list("dist")).toEqual(["functions/board.zip", "functions/board/index.mjs"]);
  });

  it("keeps what is imported on demand out of the entry, built-ins too", async () => {
    const { bundled, module } = await bundle(board, {
      "src/function.ts": 'export const handler = async () => (await import("./late.ts")).answer();',
      "src/late.ts":
        'import http from "node:http"; export const answer = () => http.METHODS.length > 0;',
    });
    expect(await module.handler({})).toBe(true);
    expect(await readFile(join(bundled.dir, "index.mjs"), "utf8")).not.toContain("http");
  });

  it("runs CommonJS that requires built-ins", async () => {
    const { module } = await bundle(board, {
      "src/function.ts":
        'import { name } from "./old.cjs"; export const handler = async () => name;',
      "src/old.cjs": 'exports.name = require("path").basename("/a/b");',
    });
    expect(await module.handler({})).toBe("b");
  });

  it("writes an authorizer that denies where nobody has written one", async () => {
    const { bundled, module } = await bundle(authorizer, {});
    expect(bundled.isDenyAll).toBe(true);
    expect(await module.handler({ type: "REQUEST", methodArn: "arn:aws:execute-api:x" })).toEqual({
      principalId: "nobody",
      policyDocument: {
        Version: "2012-10-17",
        Statement: [
          { Action: "execute-api:Invoke", Effect: "Deny", Resource: "arn:aws:execute-api:x" },
        ],
      },
    });
    expect(await module.handler({ version: "2.0" })).toEqual({ isAuthorized: false });
  });

  it("gives the same archive twice", async () => {
    const files = { "src/function.ts": "export const handler = async () => 1;" };
    const first = await readFile((await bundle(board, files)).bundled.zip);
    await folder.remove();
    expect((await readFile((await bundle(board, files)).bundled.zip)).equals(first)).toBe(true);
  });

  it.each([
    [{}, 'has entry "src/function.ts", which is not there'],
    [{ "src/function.ts": "export const main = 1;" }, 'its module exports "main"'],
    [{ "src/function.ts": 'import "./gone.js";' }, 'Could not resolve "./gone.js"'],
  ])("refuses %j and writes nothing", async (files, message) => {
    await expect(bundle(board, files)).rejects.toThrow(message);
    expect((await folder.list()).filter((name) => name.startsWith("dist"))).toEqual([]);
  });

  it("does not replace a folder that holds something else", async () => {
    const files = { "src/function.ts": "export const handler = async () => 1;" };
    await expect(bundle({ ...board, bundle: "src" }, files)).rejects.toThrow('holds "function.ts"');
    expect(await folder.list()).toEqual(["src/function.ts"]);
  });
});
