// `npm run check`: everything that CI asks of a change, with the fast answers first.
//   npm run check                 all of it
//   npm run check -- --no-tests   without the tests
// Sizes, and what publint and attw say of the packed packages, are among the tests (tests/packed, bundle tests).
// Closes with "N passed, N failed".
import { join } from "node:path";
import { setUp } from "./setup.mjs";
import { root, run, runMain, toolEnvironment } from "./toolchain.mjs";

await runMain(async () => {
  const node = await setUp();
  const bin = (name, file) => [node, join(root, "node_modules", name, file)];
  const steps = [
    ["Biome", [...bin("@biomejs/biome", "bin/biome"), "ci", "--error-on-warnings", "."]],
    ["types", [...bin("typescript", "bin/tsc"), "-p", "tsconfig.json"]],
    ["floors", [node, "scripts/check-floors.mjs"]],
    ["unused code (knip)", [...bin("knip", "bin/knip.js"), "--no-config-hints"]],
    [
      "generated output is up to date",
      [node, "packages/cli/bin/gatewright.mjs", "generate", "--check"],
    ],
    ["diagnostic pages are up to date", [node, "scripts/diagnostic-pages.mjs", "--check"]],
  ];
  if (!process.argv.includes("--no-tests")) steps.push(["tests", [node, "scripts/test.mjs"]]);

  const failed = [];
  for (const [name, [command, ...args]] of steps) {
    process.stdout.write(`\n-- ${name}\n`);
    const code = await run(command, args, { env: toolEnvironment(node), stdio: ["ignore", 1, 1] });
    if (code !== 0) failed.push(name);
  }
  if (failed.length > 0) process.stdout.write(`\nDid not hold: ${failed.join("; ")}\n`);
  process.stdout.write(`${steps.length - failed.length} passed, ${failed.length} failed\n`);
  return failed.length === 0 ? 0 : 2;
});
