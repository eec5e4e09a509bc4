import { defineConfig } from "tsup";
import { packageBuild } from "../../tsup.config.base.js";

const runtime = [/^@gatewright\//];

/** The SDK carries the runtime packages with it, code and types: who installs it installs one thing. */
export default defineConfig(
  packageBuild(
    { index: "src/generated/client/index.ts", mocks: "src/generated/mocks.ts" },
    {
      noExternal: runtime,
      dts: process.env.GATEWRIGHT_BUILD !== "js" && { resolve: runtime },
      // The two entries share next to nothing; a chunk would be an import without effect.
      splitting: false,
    },
  ),
);
