import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type EmbeddedOptions, startEmbedded } from "./start-embedded.js";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "gatewright-embedded-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** A program that ends at once stands for a dynoxide that cannot run here. */
const BROKEN = "/bin/false";

async function outcomeOf(options: Partial<EmbeddedOptions>): Promise<string> {
  const defaults = { directory, port: 0, engine: null, binary: null, onEnd: () => undefined };
  try {
    const engine = await startEmbedded({ ...defaults, ...options });
    await engine.close();
    return [engine.kind, ...engine.notes].join(": ").replace(directory, "DIR");
  } catch (error) {
    return String(error);
  }
}

async function pretendDynoxideData(): Promise<void> {
  await mkdir(join(directory, "dynoxide"), { recursive: true });
  await writeFile(join(directory, "dynoxide", "dynoxide.sqlite"), "");
}

it("takes dynalite where there is no dynoxide", async () => {
  expect(await outcomeOf({})).toBe("dynalite");
  expect(await outcomeOf({ engine: "dynoxide" })).toContain("GW6022");
});

it("says that data of the other engine is not in use", async () => {
  await pretendDynoxideData();
  expect(await outcomeOf({})).toBe(
    "dynalite: DIR/dynoxide holds data of dynoxide, which is not in use now.",
  );
});

it.runIf(process.platform === "linux")(
  "gives way to dynalite when dynoxide cannot run here",
  async () => {
    expect(await outcomeOf({ binary: BROKEN })).toBe(
      "dynalite: dynoxide did not start: no output; using dynalite instead.",
    );
  },
);

it.runIf(process.platform === "linux")("stays with dynalite once it has the data", async () => {
  await outcomeOf({ engine: "dynalite" });
  expect(await outcomeOf({ binary: BROKEN })).toBe("dynalite");
});

it.runIf(process.platform === "linux")(
  "insists on dynoxide where it is asked for or has the data",
  async () => {
    expect(await outcomeOf({ binary: BROKEN, engine: "dynoxide" })).toContain("GW6022");
    await pretendDynoxideData();
    expect(await outcomeOf({ binary: BROKEN })).toContain("GW6022");
  },
);
