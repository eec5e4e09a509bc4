import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EmitName } from "../emit/emitter.js";
import type { ApiInput, TargetName } from "./api-input.js";
import { withNeeds } from "./emit-names.js";
import { generate } from "./generate.js";

let dir: string;
beforeEach(async () => {
  dir = await realpath(await mkdtemp(join(tmpdir(), "gatewright-generate-")));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

function document(path: string, schema = "{ type: object }"): string {
  return `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  ${path}:
    get:
      operationId: listNotes
      security: []
      responses:
        "200":
          description: Notes
          content: { application/json: { schema: ${schema} } }
`;
}

async function api(
  name: string,
  text: string,
  facts: {
    emit?: readonly EmitName[];
    targets?: readonly TargetName[];
    settings?: ApiInput["settings"];
  } = {},
): Promise<ApiInput> {
  await writeFile(join(dir, `${name}.yaml`), text);
  return {
    entry: join(dir, `${name}.yaml`),
    root: dir,
    projectRoot: dir,
    settings: facts.settings ?? {},
    settingsPlace: () => ({ file: "the.config.ts", line: 7, column: 3 }),
    targets: facts.targets ?? [],
    outputs: [{ dir: join(dir, "out", name), emit: facts.emit ?? ["openapi", "resources"] }],
  };
}
const run = (...apis: readonly ApiInput[]) => generate({ apis, workingDirectory: dir });
const list = async (name: string) =>
  (await readdir(join(dir, "out", name))).filter((file) => !file.startsWith(".")).sort();

describe("generate", () => {
  it("writes nothing for any API when one document has an error", async () => {
    const result = await run(
      await api("good", document("/notes")),
      await api("bad", document("/notes", "{ type: objekt }")),
    );
    expect(result.outcome).toBe("refused");
    expect(result.diagnostics.map(({ file }) => file)).toEqual(["bad.yaml"]);
    expect((await readdir(dir)).sort()).toEqual(["bad.yaml", "good.yaml"]);
  });

  it("leaves out what belongs to a target that the document cannot meet, and removes it from disk", async () => {
    const emit: EmitName[] = ["openapi", "rest-api", "template"];
    await run(await api("notes", document("/notes"), { emit }));
    expect(await list("notes")).toEqual(["openapi.json", "rest-api.json", "template.yaml"]);
    const result = await run(await api("notes", document("/no~tes"), { emit }));
    expect(result.outcome).toBe("written");
    expect(result.apis[0]?.leftOut).toEqual(["rest-api", "template"]);
    expect(result.diagnostics).toContainEqual(
      expect.objectContaining({ severity: "warning", target: "rest-api", blocksTarget: true }),
    );
    expect(await list("notes")).toEqual(["openapi.json"]);
  });

  it("writes nothing when a target that was asked for cannot be met", async () => {
    const result = await run(await api("notes", document("/no~tes"), { targets: ["rest-api"] }));
    expect(result.outcome).toBe("refused");
    expect(result.diagnostics).toContainEqual(
      expect.objectContaining({ severity: "error", target: "rest-api" }),
    );
  });

  it("reports what an emitter cannot write at its place, and then writes nothing", async () => {
    const unseen = "{ type: array, contains: { type: string }, unevaluatedItems: false }";
    const result = await run(
      await api("notes", document("/notes", unseen), { emit: ["openapi", "validators"] }),
    );
    expect(result.outcome).toBe("refused");
    expect(result.diagnostics.filter(({ severity }) => severity === "error")).toEqual([
      expect.objectContaining({ code: "GW3104", file: "notes.yaml", line: 11 }),
    ]);
    expect(await readdir(dir)).toEqual(["notes.yaml"]);
  });

  it("points into the config for what is wrong with the settings", async () => {
    const settings = { functions: { notes: { entry: "a.ts", tables: ["nowhere"] } } };
    const result = await run(await api("notes", document("/notes"), { settings }));
    expect(result.outcome).toBe("refused");
    expect(result.diagnostics).toEqual([
      expect.objectContaining({ code: "GW4021", file: "the.config.ts", line: 7, column: 3 }),
    ]);
  });

  it("keeps types.d.ts as it is while its input is the same, and makes it anew when the version is another", {
    timeout: 60_000,
  }, async () => {
    const input = await api("notes", document("/notes"), { emit: ["types"] });
    const make = (version: string) => generate({ apis: [input], workingDirectory: dir, version });
    await make("1");
    const text = await readFile(join(dir, "out/notes/types.d.ts"), "utf8");
    expect(text).toContain("export interface paths");
    expect((await make("1")).apis[0]?.folders[0]?.isManifestStale).toBe(false);
    expect((await make("2")).apis[0]?.folders[0]).toMatchObject({
      changes: [],
      isManifestStale: true,
    });
  });
});

describe("withNeeds", () => {
  it("brings along what a part imports, in the order of the table", () => {
    expect(withNeeds(["server", "contract"])).toEqual([
      "contract",
      "operations",
      "validators",
      "server",
    ]);
    expect(withNeeds(["mocks"])).toEqual(
      expect.arrayContaining(["operations", "validators", "mocks"]),
    );
  });
});
