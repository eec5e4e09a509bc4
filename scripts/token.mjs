// `npm run --silent token -- --scope "users:read users:write"` prints a bearer token and nothing else.
import { join } from "node:path";
import { setUp } from "./setup.mjs";
import { root, run, runMain, toolEnvironment } from "./toolchain.mjs";

await runMain(async () => {
  const node = await setUp({ types: false });
  const bin = join(root, "packages", "cli", "bin", "gatewright.mjs");
  return run(node, [bin, "token", ...process.argv.slice(2)], {
    env: toolEnvironment(node),
    stdio: ["ignore", "inherit", "inherit"],
  });
});
