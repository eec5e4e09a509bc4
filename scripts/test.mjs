// `npm test`: sets everything up and runs every test. Built-ins only. Arguments go to vitest:
//   npm test                     all of it
//   npm test -- parity           the files whose path contains "parity"
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setUp } from "./setup.mjs";
import { root, run, runMain, toolEnvironment } from "./toolchain.mjs";

await runMain(async () => {
  const node = await setUp();
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const folder = mkdtempSync(join(tmpdir(), "gatewright-test-"));
  const report = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const code = await run(node, [vitest, "run", ...reporters, ...process.argv.slice(2)], {
      env: toolEnvironment(node),
      stdio: ["ignore", "inherit", "inherit"],
    });
    return printTotals(report, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Closes with the totals in words that any machine can read. A run that tested nothing has failed. */
function printTotals(report, code) {
  let totals;
  try {
    totals = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    process.stdout.write("The test runner left no report.\n0 passed, 1 failed\n");
    return code || 1;
  }
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = totals;
  const isEmpty = passed + failed === 0;
  const isBroken = failed === 0 && (code !== 0 || isEmpty);
  process.stdout.write(
    `${passed} passed, ${failed + (isBroken ? 1 : 0)} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
  );
  return code || (isEmpty ? 1 : 0);
}
