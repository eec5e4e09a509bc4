import { defineConfig } from "tsup";
import { packageBuild } from "../../tsup.config.base.js";

export default defineConfig(
  packageBuild(
    // The worker that writes types.d.ts is a module of its own: it is loaded by its file name.
    { index: "src/index.ts", "types-worker": "src/emit/types/types-worker.ts" },
    { platform: "node", shims: true },
  ),
);
