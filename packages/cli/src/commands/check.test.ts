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

const BROKEN = PING_DOCUMENT.replace("type: object", "type: objekt");

describe("gatewright check", () => {
  it("counts the operations of a sound document", async () => {
    folder = await temporaryFolder({ "api.yaml": PING_DOCUMENT });
    expect(await run("check", "api.yaml")).toEqual({
      code: 0,
      out: "api.yaml: 1 operation, no errors\n",
      err: "",
    });
  });

  it("does not fetch documents, and wants a name", async () => {
    folder = await temporaryFolder({});
    const fetched = await run("check", "http://example.com/x.yaml");
    expect(fetched).toMatchObject({ code: 2, out: "" });
    expect(fetched.err).toMatch(
      /^error GW4002 "http:\/\/example.com\/x.yaml" is an address; documents are not fetched\n/,
    );
    const unnamed = await run("check", "");
    expect(unnamed).toMatchObject({ code: 2, out: "" });
    expect(unnamed.err).toMatch(/^error GW4002 the name of the document is empty\n/);
  });

  it("prints a complaint with place, lines, fix and page", async () => {
    folder = await temporaryFolder({ "docs/api.yaml": BROKEN });
    const { code, out, err } = await run("check", "docs/api.yaml");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^docs\/api\.yaml:16:23 error GW1\d{3} .*"objekt".*"object"/);
    expect(err).toContain("type: objekt\n");
    expect(err).toContain("^^^^^^");
    expect(err).toMatch(/\n {2}fix: .*\n {2}docs: docs\/diagnostics\/GW1\d{3}\.md/);
    expect(err).toContain("\n\n1 error\n");
    expect(err).not.toMatch(/^ *at /m);
  });

  it("prints one object with --format json, and nothing else", async () => {
    folder = await temporaryFolder({ "docs/api.yaml": BROKEN });
    const { code, out, err } = await run("check", "docs/api.yaml", "--format", "json");
    expect({ code, err }).toEqual({ code: 2, err: "" });
    expect(JSON.parse(out)).toEqual({
      diagnostics: [
        {
          code: expect.stringMatching(/^GW1\d{3}$/),
          severity: "error",
          target: null,
          message: expect.any(String),
          file: "docs/api.yaml",
          line: 16,
          column: 23,
          pointer: "/paths/~1pulse/get/responses/200/content/application~1json/schema/type",
          fix: expect.any(String),
          docs: expect.stringMatching(/^docs\/diagnostics\/GW1\d{3}\.md$/),
          related: [],
        },
      ],
    });
  });

  it("prints an empty list for a sound document", async () => {
    folder = await temporaryFolder({ "api.yaml": PING_DOCUMENT });
    const { code, out } = await run("check", "api.yaml", "--format=json");
    expect({ code, out }).toEqual({ code: 0, out: '{\n  "diagnostics": []\n}\n' });
  });

  it("says that a file is not there, without a stack", async () => {
    folder = await temporaryFolder({ "api.yaml": PING_DOCUMENT });
    const { code, err } = await run("check", "apy.yaml");
    expect(code).toBe(2);
    expect(err).toContain("api.yaml");
    expect(err).not.toMatch(/^ *at /m);
  });

  it("blocks a target as a warning, and as an error when the target is asked for", async () => {
    folder = await temporaryFolder({ "api.yaml": PING_DOCUMENT.replace("/pulse:", "/pu~lse:") });
    const plain = await run("check", "api.yaml", "--format", "json");
    expect(plain.code).toBe(0);
    expect(JSON.parse(plain.out).diagnostics).toContainEqual(
      expect.objectContaining({ severity: "warning", target: "rest-api", blocksTarget: true }),
    );
    const asked = await run("check", "api.yaml", "--format", "json", "--target", "rest-api");
    expect(asked.code).toBe(2);
    expect(JSON.parse(asked.out).diagnostics).toContainEqual(
      expect.objectContaining({ severity: "error", target: "rest-api" }),
    );
  });
});
