import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { main } from "../main.js";
import { collectingTerminal } from "../testing/collecting-terminal.js";
import { PING_DOCUMENT } from "../testing/ping-document.js";
import { type TemporaryFolder, temporaryFolder } from "../testing/temporary-folder.js";
import { commands } from "./commands.js";

let folder: TemporaryFolder | undefined;
afterEach(async () => {
  await folder?.remove();
  folder = undefined;
});

const CONFIG = `export default {
  apis: [{
    document: "api.yaml",
    outputs: [],
    functions: { ping: { entry: "function.mjs" } },
  }],
};
`;
const FUNCTION = "export const handler = async () => ({ statusCode: 200, body: '{}' });";

async function project(files: Readonly<Record<string, string>> = {}): Promise<string> {
  folder = await temporaryFolder({
    "api.yaml": PING_DOCUMENT,
    "gatewright.config.mjs": CONFIG,
    "function.mjs": FUNCTION,
    ...files,
  });
  return folder.path;
}

describe("every command", () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    "%s teaches by example, in lines of 100 characters at most",
    async (name, command) => {
      const terminal = collectingTerminal("/");
      expect(await main([name, "--help"], terminal)).toBe(0);
      for (const { line } of command.examples) expect(terminal.stdout()).toContain(line);
      expect(command.examples.length).toBeGreaterThan(0);
      const lines = terminal.stdout().split("\n");
      expect(lines.filter((line) => line.length > 110)).toEqual([]);
    },
  );

  it("is in docs/reference/cli.md with all its options", () => {
    const page = readFileSync(
      fileURLToPath(new URL("../../../../docs/reference/cli.md", import.meta.url)),
      "utf8",
    );
    for (const { name, options } of commands) {
      expect(page).toContain(`## gatewright ${name}`);
      for (const option of options) expect(page).toContain(`--${option.name}`);
    }
  });
});

describe("gatewright token", () => {
  it("prints a token with subject and scopes, and nothing else", async () => {
    const terminal = collectingTerminal(await project());
    const argv = ["token", "--scope", "users:read users:write", "--subject", "ada"];
    expect(await main(argv, terminal)).toBe(0);
    expect(terminal.stdout()).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(terminal.stderr()).toBe("");
    const payload = Buffer.from(terminal.stdout().split(".")[1] ?? "", "base64url").toString();
    expect(JSON.parse(payload)).toMatchObject({ sub: "ada", scope: "users:read users:write" });
  });

  it("refuses what is no scope", async () => {
    const terminal = collectingTerminal(await project());
    expect(await main(["token", "--scope", 'a"b'], terminal)).toBe(2);
    expect(terminal.stderr()).toContain("is not a scope");
  });
});

describe("gatewright bundle", { timeout: 60_000 }, () => {
  it("writes the folders that resources.json names, with their sizes", async () => {
    const terminal = collectingTerminal(await project());
    expect(await main(["bundle"], terminal)).toBe(0);
    expect(terminal.stdout()).toMatch(/^dist\/functions\/ping: 0\.\d KiB, 0\.\d KiB zipped\n$/);
    expect(await folder?.list("dist")).toEqual(["functions/ping.zip", "functions/ping/index.mjs"]);
  });

  it("writes nothing when the document has an error", async () => {
    const terminal = collectingTerminal(
      await project({ "api.yaml": PING_DOCUMENT.replace("object", "objekt") }),
    );
    expect(await main(["bundle"], terminal)).toBe(2);
    expect(existsSync(`${folder?.path}/dist`)).toBe(false);
  });

  it("says that a document without a config has no function to bundle", async () => {
    folder = await temporaryFolder({ "api.yaml": PING_DOCUMENT });
    const terminal = collectingTerminal(folder.path);
    expect(await main(["bundle", "api.yaml"], terminal)).toBe(2);
    expect(terminal.stderr()).toContain("GW4009");
  });
});

describe("gatewright dev", { timeout: 60_000 }, () => {
  it("prints its addresses and a line to try, and ends when it is asked to", async () => {
    const stop = new AbortController();
    const cwd = await project();
    const terminal = collectingTerminal(cwd, { stop: stop.signal });
    const out = terminal.out;
    terminal.out = (text) => {
      out(text);
      stop.abort();
    };
    expect(await main(["dev", "--port", "0", "--control-port", "0"], terminal)).toBe(0);
    expect(terminal.stdout()).toMatch(
      /Ping runs on this machine\n\n {2}API +http:\/\/127\.0\.0\.1:\d+\n {2}reference +http/,
    );
    expect(terminal.stdout()).toMatch(/curl http:\/\/127\.0\.0\.1:\d+\/pulse\n/);
  });

  it("exits with 2 and the diagnostics when the document has an error", async () => {
    const terminal = collectingTerminal(
      await project({ "api.yaml": PING_DOCUMENT.replace("object", "objekt") }),
    );
    expect(await main(["dev", "--port", "0", "--control-port", "0"], terminal)).toBe(2);
    expect(terminal.stderr()).toMatch(/^api\.yaml:16:23 error GW1/);
  });

  it("refuses a port that is none", async () => {
    const terminal = collectingTerminal(await project());
    expect(await main(["dev", "--port", "70000"], terminal)).toBe(2);
    expect(terminal.stderr()).toContain("--port must be a port from 0 to 65535");
  });
});

describe("the bin", { timeout: 60_000 }, () => {
  it("runs, or says how to build it, with an exit code and no stack", async () => {
    const bin = fileURLToPath(new URL("../../bin/gatewright.mjs", import.meta.url));
    const child = spawn(process.execPath, [bin, "--version"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    const [code] = await once(child, "close");
    const isBuilt = existsSync(fileURLToPath(new URL("../../dist/main.js", import.meta.url)));
    expect(code).toBe(isBuilt ? 0 : 2);
    expect(out).toMatch(isBuilt ? /^\d+\.\d+\.\d+\n$/ : /^Gatewright has not been built yet/);
  });
});
