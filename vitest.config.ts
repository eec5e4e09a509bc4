import { defineConfig } from "vitest/config";

const conditions = ["@gatewright/source", "module", "import", "default"];
const source = {
  resolve: { conditions },
  // Vitest hands these to Node as `--conditions`, which `require` obeys too. With "import" among them CommonJS packages
  // would get ES modules, and under "module" the AWS SDK offers bundlers what Node cannot load.
  ssr: {
    resolve: {
      conditions: ["@gatewright/source", "node", "default"],
      externalConditions: ["@gatewright/source"],
    },
  },
};

/**
 * Three kinds of tests. `unit`: beside the code, from source, no build needed. `web`: the page's
 * components in a DOM against the mocks. `system`: across packages, against built and packed files.
 */
export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
          name: "unit",
          // Compiling takes its time on a machine that does other things too; speed is measured in bench/.
          testTimeout: 30_000,
          include: ["packages/*/src/**/*.test.ts", "apps/whiteboard/src/**/*.test.ts"],
          typecheck: {
            enabled: true,
            include: ["packages/*/src/**/*.test-d.ts", "apps/*/src/**/*.test-d.ts"],
            tsconfig: "./tsconfig.json",
          },
        },
      },
      {
        ...source,
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        test: {
          name: "web",
          environment: "./apps/whiteboard-web/src/testing/page-environment.ts",
          include: ["apps/whiteboard-web/src/**/*.test.{ts,tsx}"],
        },
      },
      {
        ...source,
        test: {
          name: "system",
          include: ["tests/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
