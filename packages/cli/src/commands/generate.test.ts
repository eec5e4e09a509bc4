import { afterEach, describe, expect, it } from "vitest";
import { main } from "../main.js";
import { collectingTerminal } from "../testing/collecting-terminal.js";
import { PING_DOCUMENT } from "../testing/ping-document.js";
import { type TemporaryFolder, temporaryFolder } from "../testing/temporary-folder.js";

let folder: TemporaryFolder;
afterEach(() => folder.remove());

async function run(...argv: readonly string[]) {
  const terminal = collectingTerminal(folder.path);
  const code = await main(argv, terminal);
  return { code, out: terminal.stdout(), err: terminal.stderr() };
}

const CONFIG = `export default {
  apis: [
    {
      document: "api.yaml",
      name: "board",
      outputs: [
        { dir: "service", emit: ["contract", "resources"] },
        { dir: "sdk", emit: ["openapi"] },
      ],
    },
  ],
};
`;

// openapi-typescript alone takes seconds on a machine that has other things to do.
describe("gatewright generate", { timeout: 60_000 }, () => {
  it("writes what was asked for, and says what", async () => {
    folder = await temporaryFolder({ "api.yaml": PING_DOCUMENT });
    expect(await run("generate", "api.yaml", "--out", "out", "--emit", "openapi,contract")).toEqual(
      {
        code: 0,
        out: "out/contract.json: written\nout/openapi.json: written\nout: 2 files, 2 changed\n",
        err: "",
      },
    );
    expect(await folder.list("out")).toEqual([
      ".gatewright-manifest.json",
      "contract.json",
      "openapi.json",
    ]);
  });

  it("names what stands in the way of the output folder", async () => {
    folder = await temporaryFolder({ "api.yaml": PING_DOCUMENT, afile: "" });
    const { code, err } = await run("generate", "api.yaml", "--out", "afile", "--emit", "contract");
    expect(code).toBe(2);
    expect(err).toMatch(/^afile:1:1 error GW3004 .*afile is a file, not a folder\n/);
    expect(err).not.toContain(".gatewright-");
  });

  it("writes nothing the second time", async () => {
    folder = await temporaryFolder({ "api.yaml": PING_DOCUMENT });
    const argv = ["generate", "api.yaml", "--out", "out", "--emit", "contract"];
    await run(...argv);
    expect((await run(...argv)).out).toBe("out: 1 file, up to date\n");
  });

  it("removes what is no longer asked for", async () => {
    folder = await temporaryFolder({ "api.yaml": PING_DOCUMENT });
    await run("generate", "api.yaml", "--out", "out", "--emit", "contract,openapi");
    const { out } = await run("generate", "api.yaml", "--out", "out", "--emit", "openapi");
    expect(out).toBe("out/contract.json: removed\nout: 1 file, 1 changed\n");
  });

  it("gives the same bytes for the same document, anywhere", async () => {
    folder = await temporaryFolder({ "a/api.yaml": PING_DOCUMENT, "b/c/api.yaml": PING_DOCUMENT });
    await run("generate", "a/api.yaml", "--out", "one");
    await run("generate", "b/c/api.yaml", "--out", "two");
    const names = await folder.list("one");
    expect(names.length).toBeGreaterThan(8);
    expect(await folder.list("two")).toEqual(names);
    for (const name of names) {
      expect(await folder.read(`two/${name}`)).toBe(await folder.read(`one/${name}`));
    }
  });

  it("writes nothing when the document has an error, and reports it with its place", async () => {
    folder = await temporaryFolder({
      "api.yaml": PING_DOCUMENT.replace("/pulse:", "/pulse/{id}:"),
    });
    const { code, out, err } = await run("generate", "api.yaml", "--out", "out");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^api\.yaml:\d+:\d+ error GW1\d{3} .*"id"/);
    expect(await folder.list()).toEqual(["api.yaml"]);
  });

  it("refuses to replace a file that it did not write, and then writes no other either", async () => {
    folder = await temporaryFolder({ "api.yaml": PING_DOCUMENT, "out/openapi.json": "mine" });
    const { code, err } = await run("generate", "api.yaml", "--out", "out");
    expect(code).toBe(2);
    expect(err).toMatch(/^out\/openapi\.json:1:1 error GW3001 /);
    expect(await folder.list("out")).toEqual(["openapi.json"]);
    expect(await folder.read("out/openapi.json")).toBe("mine");
    expect((await run("generate", "api.yaml", "--out", "out", "--force")).code).toBe(0);
  });

  it("lists drift with --check, exits with 2 and changes nothing", async () => {
    folder = await temporaryFolder({ "api.yaml": PING_DOCUMENT });
    const argv = ["generate", "api.yaml", "--out", "out", "--emit", "contract,openapi"];
    await run(...argv);
    expect((await run(...argv, "--check")).code).toBe(0);
    await folder.write("api.yaml", PING_DOCUMENT.replace("Alive", "Awake"));
    const { code, out, err } = await run(...argv, "--check");
    expect(code).toBe(2);
    expect(out).toBe(
      "out/contract.json: differs\nout/openapi.json: differs\nout: 2 files, 2 not as they should be\n",
    );
    expect(err).toContain("GW3003");
    expect(await folder.read("out/openapi.json")).toContain("Alive");
  });

  it("notices an edited types.d.ts although its input has not changed", async () => {
    folder = await temporaryFolder({ "api.yaml": PING_DOCUMENT });
    const argv = ["generate", "api.yaml", "--out", "out", "--emit", "types"];
    await run(...argv);
    const text = await folder.read("out/types.d.ts");
    await folder.write("out/types.d.ts", `${text}// edited\n`);
    expect((await run(...argv)).out).toContain("out/types.d.ts: written");
    expect(await folder.read("out/types.d.ts")).toBe(text);
  });

  it("does what the config says when no document is named", async () => {
    folder = await temporaryFolder({ "api.yaml": PING_DOCUMENT, "gatewright.config.mjs": CONFIG });
    expect((await run("generate")).code).toBe(0);
    expect(await folder.list("sdk")).toEqual([".gatewright-manifest.json", "openapi.json"]);
    expect(JSON.parse(await folder.read("service/resources.json"))).toMatchObject({ api: "board" });
  });

  it("leaves other parts of a folder alone when the config's parts are narrowed with --emit", async () => {
    folder = await temporaryFolder({ "api.yaml": PING_DOCUMENT, "gatewright.config.mjs": CONFIG });
    await run("generate");
    await folder.write("api.yaml", PING_DOCUMENT.replace("Alive", "Awake"));
    const { out } = await run("generate", "--emit", "contract");
    expect(out).toContain("service/contract.json: written");
    expect(await folder.list("service")).toContain("resources.json");
    expect(await folder.read("sdk/openapi.json")).toContain("Alive");
  });

  it("ignores the config for a document that is none of its own, and says so", async () => {
    folder = await temporaryFolder({
      "api.yaml": PING_DOCUMENT,
      "other.yaml": PING_DOCUMENT,
      "gatewright.config.mjs": CONFIG,
    });
    const { err } = await run("generate", "other.yaml", "--emit", "resources");
    expect(err).toBe("gatewright.config.mjs is ignored: other.yaml is none of its documents.\n");
    expect(JSON.parse(await folder.read("generated/resources.json"))).toMatchObject({
      api: "ping",
    });
  });

  it("refuses two outputs into one folder", async () => {
    folder = await temporaryFolder({
      "api.yaml": PING_DOCUMENT,
      "gatewright.config.mjs": CONFIG.replace('"sdk"', '"service"'),
    });
    expect((await run("generate")).err).toContain("GW4007");
  });

  it("suggests the part that was meant", async () => {
    folder = await temporaryFolder({ "api.yaml": PING_DOCUMENT });
    const { code, err } = await run("generate", "api.yaml", "--emit", "typos");
    expect(code).toBe(2);
    expect(err).toContain('--emit knows no "typos"; did you mean "types"?');
  });

  it("asks for a document when there is none", async () => {
    folder = await temporaryFolder();
    const { code, err } = await run("generate");
    expect(code).toBe(2);
    expect(err).toContain("GW4002");
  });
});
