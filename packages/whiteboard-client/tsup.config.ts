import { defineConfig } from "tsup";
import { packageBuild } from "../../tsup.config.base.js";

/** The SDK carries the runtime packages with it, code and types: who installs it installs one thing. */
export default defineConfig(
  packageBuild(
    { index: "src/index.ts", mocks: "src/mocks.ts" },
    {
      noExternal: [/^@gatewright\//],
      dts: process.env.GATEWRIGHT_BUILD !== "js" && { resolve: [/^@gatewright\//] },
    },
  ),
);
