// `npm test`: sets everything up and runs every test. Built-ins only. Arguments go to vitest:
//   npm test                     all of it
//   npm test -- parity           the files whose path contains "parity"
import { join } from "node:path";
import { setUp } from "./setup.mjs";
import { root, run, runMain, toolEnvironment } from "./toolchain.mjs";

await runMain(async () => {
  const node = await setUp();
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  return run(node, [vitest, "run", ...process.argv.slice(2)], {
    env: toolEnvironment(node),
    stdio: ["ignore", "inherit", "inherit"],
  });
});
