import { defineConfig } from "vitest/config";

const conditions = ["@gatewright/source", "module", "import", "default"];
const source = {
  resolve: { conditions },
  // Without "module": the AWS SDK offers bundlers under that name what Node itself cannot import.
  ssr: {
    resolve: {
      conditions: conditions.filter((condition) => condition !== "module"),
      // Node adds its own. "import" would make `require` load ES modules, which CommonJS packages do not expect.
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
          environment: "happy-dom",
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
