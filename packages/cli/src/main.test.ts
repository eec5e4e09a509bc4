import { describe, expect, it } from "vitest";
import { main } from "./main.js";
import { collectingTerminal } from "./testing/collecting-terminal.js";
import { version } from "./version.js";

async function run(...argv: readonly string[]) {
  const terminal = collectingTerminal("/");
  const code = await main(argv, terminal);
  return { code, out: terminal.stdout(), err: terminal.stderr() };
}

describe("gatewright", () => {
  it("explains itself without arguments and with --help", async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toContain("gatewright check openapi.yaml");
    expect((await run("--help")).out).toBe(out);
  });

  it("prints its version and nothing else", async () => {
    expect(await run("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it("explains a command, with examples", async () => {
    const { code, out } = await run("explain", "--help");
    expect(code).toBe(0);
    expect(out).toContain("Examples");
    expect((await run("help", "explain")).out).toBe(out);
  });

  it("suggests the command that was meant", async () => {
    expect(await run("explian")).toEqual({
      code: 2,
      out: "",
      err: `error GW4001 gatewright has no command "explian"; did you mean "explain"?
  fix: gatewright --help lists the commands.
  docs: docs/diagnostics/GW4001.md   (or: gatewright explain GW4001)
`,
    });
  });

  it("suggests the option that was meant", async () => {
    const { code, err } = await run("explain", "--hlep");
    expect(code).toBe(2);
    expect(err).toContain('gatewright explain has no option "--hlep"; did you mean "--help"?');
  });

  it("refuses a word too many", async () => {
    expect((await run("explain", "GW4001", "GW4002")).err).toContain(
      '"GW4002" is one word too many',
    );
  });
});

describe("gatewright explain", () => {
  it("prints the page of a code, however it is spelled", async () => {
    const { out } = await run("explain", "GW4001");
    expect(out).toMatch(/^# GW4001: /);
    expect((await run("explain", "4001")).out).toBe(out);
  });

  it("knows the codes of the local gateway", async () => {
    expect((await run("explain", "GW6001")).out).toContain("GW6001");
  });

  it("lists all codes", async () => {
    expect((await run("explain")).out).toMatch(/^GW\d{4} {2}/);
  });

  it("exits with 2 for a code that is not there", async () => {
    expect((await run("explain", "GW9999")).code).toBe(2);
  });
});
