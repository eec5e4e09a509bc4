import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../scripts/typecheck-output.mjs", import.meta.url));

let parent: string;
beforeEach(() => {
  parent = realpathSync(mkdtempSync(path.join(tmpdir(), "gatewright-output-")));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function folder(name: string, files: Readonly<Record<string, string>>): string {
  const dir = path.join(parent, name);
  mkdirSync(dir);
  for (const [file, content] of Object.entries(files)) writeFileSync(path.join(dir, file), content);
  return dir;
}

async function check(...args: readonly string[]) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await ended, stdout, stderr };
}

const good = {
  "table.d.ts": `import type { OperationRow } from "@gatewright/contract";
export declare const rows: Readonly<Record<string, OperationRow>>;
`,
  "table.js": "export const rows = {};\n",
};

describe("scripts/typecheck-output.mjs", () => {
  it("calls a folder clean that imports our packages and loads", async () => {
    const dir = folder("good", good);
    expect(await check(dir)).toEqual({ status: 0, stdout: `${dir}: clean\n`, stderr: "" });
  });

  it("exits 2 and names file and line of a type error, and the other folder that is clean", async () => {
    const clean = folder("good", good);
    const wrong = folder("wrong", { "server.ts": '\nexport const port: number = "4000";\n' });
    const { status, stdout } = await check(clean, wrong);
    expect(status).toBe(2);
    expect(stdout).toBe(`${clean}: clean
${path.join(wrong, "server.ts")}:2:14 error TS2322: Type 'string' is not assignable to type 'number'.
`);
  });

  it("exits 2 for what TypeScript lets pass otherwise, and for a module that does not load", async () => {
    const lax = folder("lax", {
      "unused.ts": "export function id(text: string, unused: string) {\n  return text;\n}\n",
      "enum.ts": "export enum Kind {\n  One,\n}\n",
      "broken.js": 'import "./missing.js";\n',
    });
    const { status, stdout } = await check(lax);
    expect(status).toBe(2);
    expect(stdout).toContain(`${path.join(lax, "unused.ts")}:1:34 error TS6133`);
    expect(stdout).toContain(`${path.join(lax, "enum.ts")}:1:13 error TS1294`);
    expect(stdout).toContain(`${path.join(lax, "broken.js")} does not load`);
  });

  it("exits 2 for a folder that is not there or holds nothing", async () => {
    const empty = folder("empty", {});
    const missing = path.join(parent, "missing");
    expect(await check(empty, missing)).toMatchObject({
      status: 2,
      stdout: `${empty} has no files\n${missing} is not a folder\n`,
    });
  });
});
