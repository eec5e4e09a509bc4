// `npm start`: sets everything up and runs the whiteboard on this machine. Built-ins only; see --help.
import { join } from "node:path";
import { setUp } from "./setup.mjs";
import { root, run, runMain, toolEnvironment } from "./toolchain.mjs";

const HELP = `Runs the whiteboard on this machine: the page, the API, its reference and a database. No account, no container.

  npm start                              page 3000, API 4000, reference 4001
  npm start -- --port 8080               the API on 8080, or a clear message that it is taken
  npm start -- --page-port 8000          the page on 8000
  npm start -- --control-port 8001       reference, request inspector and token keys on 8001
  npm start -- --data DIRECTORY          keep the data elsewhere than in .gatewright/

Each port can also come from the environment: GATEWRIGHT_PORT, GATEWRIGHT_PAGE_PORT,
GATEWRIGHT_CONTROL_PORT. A default port that is taken moves to the next free one; one that you
name never moves. Everything listens on 127.0.0.1 only. Ctrl-C stops it all; the data stays.
`;

await runMain(async () => {
  const args = process.argv.slice(2);
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(HELP);
    return 0;
  }
  const node = await setUp({ types: false });
  exitWithParent();
  return run(node, [join(root, "scripts", "whiteboard.mjs"), ...args], {
    env: toolEnvironment(node),
    stdio: ["pipe", "inherit", "inherit"],
  });
});

/** Ends this process when the one that started it is gone, and with it, by a closed pipe, everything below. */
function exitWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 1_000).unref();
}
