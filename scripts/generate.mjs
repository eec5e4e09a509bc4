// `npm run generate`: writes everything that comes from the contract. Arguments go to `gatewright generate`.
import { join } from "node:path";
import { setUp } from "./setup.mjs";
import { root, run, runMain, toolEnvironment } from "./toolchain.mjs";

await runMain(async () => {
  const node = await setUp({ types: false });
  const bin = join(root, "packages", "cli", "bin", "gatewright.mjs");
  return run(node, [bin, "generate", ...process.argv.slice(2)], {
    env: toolEnvironment(node),
    stdio: ["ignore", "inherit", "inherit"],
  });
});
