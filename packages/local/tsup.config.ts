import { defineConfig } from "tsup";
import { packageBuild } from "../../tsup.config.base.js";

// `shims`: the CommonJS build needs a stand-in for `import.meta.url`.
export default defineConfig(
  packageBuild({ index: "src/index.ts" }, { platform: "node", shims: true }),
);
