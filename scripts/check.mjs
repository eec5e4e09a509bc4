// `npm run check`: everything that CI asks of a change, with the fast answers first.
//   npm run check                 all of it
//   npm run check -- --no-tests   without the tests
// Closes with "N passed, N failed".
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setUp } from "./setup.mjs";
import { root, run, runMain, toolEnvironment } from "./toolchain.mjs";

/** Published packages: each is packed and judged as its users get it. */
const PUBLISHED = readdirSync(join(root, "packages"));

await runMain(async () => {
  const node = await setUp();
  const bin = (name, file) => [node, join(root, "node_modules", name, file)];
  const steps = [
    ["Biome", [...bin("@biomejs/biome", "bin/biome"), "ci", "--error-on-warnings", "."]],
    ["types", [...bin("typescript", "bin/tsc"), "-p", "tsconfig.json"]],
    ["floors", [node, "scripts/check-floors.mjs"]],
    ["unused code (knip)", [...bin("knip", "bin/knip.js")]],
    [
      "generated output is up to date",
      [node, "packages/cli/bin/gatewright.mjs", "generate", "--check"],
    ],
    ["diagnostic pages are up to date", [node, "scripts/diagnostic-pages.mjs", "--check"]],
    ...PUBLISHED.map((name) => [
      `publint ${name}`,
      [...bin("publint", "src/cli.js"), "--strict", join("packages", name)],
    ]),
    ["packages as their users get them (attw)", [node, "scripts/check-packed.mjs"]],
    ["sizes", [node, "scripts/check-sizes.mjs"]],
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
