import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { EmitName } from "../emit/emitter.js";
import { analyzeApi } from "./analyze-api.js";
import { ApiEmitter } from "./emit-api.js";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

async function whiteboard(workingDirectory: string): Promise<ApiEmitter> {
  const input = {
    entry: path.join(root, "openapi/whiteboard.yaml"),
    root: path.join(root, "openapi"),
    ...{ projectRoot: root, placesFrom: root, settings: { name: "whiteboard" } },
    ...{ targets: [], outputs: [] },
  };
  return new ApiEmitter(await analyzeApi(input, workingDirectory));
}

/**
 * What is committed was written by the built and bundled compiler, and `generate --check` compares it with that; these
 * tests run the sources. That both write the same says that no text depends on how the compiler was built.
 */
describe("the whiteboard's committed output", () => {
  it.each<[string, EmitName[]]>([
    ["apps/whiteboard/generated", ["contract", "openapi", "operations", "validators"]],
    ["packages/whiteboard-client/src/generated", ["operations", "validators", "client", "mocks"]],
  ])("in %s is what the sources write, to the byte", async (folder, names) => {
    const emitter = await whiteboard(root);
    for (const name of names) {
      for (const file of await emitter.emit(name)) {
        const committed = readFileSync(path.join(root, folder, file.path), "utf8");
        expect(file.text, `${file.path}: node scripts/generate.mjs`).toBe(committed);
      }
    }
  });

  it("is the same whatever folder the command runs in", async () => {
    const [here, elsewhere] = [await whiteboard(root), await whiteboard("/")];
    for (const name of ["contract", "validators", "mocks"] as const) {
      expect(await elsewhere.emit(name)).toEqual(await here.emit(name));
    }
  });
});
