// Runs the whiteboard: its page, its API with the reference beside it, and a database. Started by `npm start`,
// which has set everything up and explains the options with --help.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeError, startDev } from "gatewright";
import { createServer } from "vite";
import { root, runMain, UserError } from "./toolchain.mjs";

const PAGE_PORT = 3000;

await runMain(async () => {
  const options = readOptions(process.argv.slice(2));
  const closes = [];
  const hasColour = process.stdout.isTTY === true && !process.env.NO_COLOR;
  const stopped = untilStopped();
  try {
    const startedAt = performance.now();
    let pageUrl = "";
    const api = await startDev({
      cwd: root,
      port: options.port,
      controlPort: options.controlPort,
      dataDir: options.dataDir,
      conditions: ["@gatewright/source"],
      hasColour,
      onEvent: ({ kind, text }) =>
        (kind === "request" ? process.stdout : process.stderr).write(text),
      beforeOpening: async ({ url }) => {
        const page = await startPage(url, options.pagePort);
        closes.push(() => page.close());
        pageUrl = page.resolvedUrls?.local[0]?.replace(/\/$/, "") ?? "";
      },
    });
    closes.push(() => api.close());
    process.stdout.write(welcome(pageUrl, api, performance.now() - startedAt));
    await stopped;
    process.stderr.write("\nStopping …\n");
  } catch (error) {
    const text = describeError(error, root, hasColour);
    throw text === null ? error : new UserError(text.trimEnd());
  } finally {
    for (const close of closes.reverse()) await close();
    process.stdin.destroy();
  }
  return 0;
});

function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        port: { type: "string" },
        "page-port": { type: "string" },
        "control-port": { type: "string" },
        data: { type: "string" },
      },
    }));
  } catch (error) {
    throw new UserError(`${error.message}\nnpm start -- --help lists the options.`);
  }
  return {
    port: toPort(values.port, "--port"),
    controlPort: toPort(values["control-port"], "--control-port"),
    pagePort:
      toPort(values["page-port"], "--page-port") ??
      toPort(process.env.GATEWRIGHT_PAGE_PORT || undefined, "GATEWRIGHT_PAGE_PORT"),
    dataDir: values.data,
  };
}

function toPort(text, from) {
  if (text === undefined) return undefined;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new UserError(`${from} must be a port from 0 to 65535, found "${text}".`);
}

/** Serves the page from its sources. A port that somebody named never moves; the default goes to the next free one. */
async function startPage(apiUrl, port) {
  process.env.VITE_API_URL = apiUrl;
  const page = await createServer({
    configFile: join(root, "apps", "whiteboard-web", "vite.config.ts"),
    root: join(root, "apps", "whiteboard-web"),
    clearScreen: false,
    logLevel: "warn",
    server: { host: "127.0.0.1", port: port ?? PAGE_PORT, strictPort: port !== undefined },
  });
  try {
    await page.listen();
  } catch (error) {
    await page.close();
    throw new UserError(
      `The page's port ${port} is taken (${error.message}). Name another: npm start -- --page-port 8000`,
    );
  }
  const actual = page.httpServer?.address()?.port;
  if (port === undefined && actual !== PAGE_PORT) {
    process.stderr.write(`Port ${PAGE_PORT} is taken: the page uses ${actual}.\n`);
  }
  return page;
}

function welcome(pageUrl, api, milliseconds) {
  return `
The whiteboard runs (ready in ${(milliseconds / 1000).toFixed(1)} s). Ctrl-C stops it; the data stays in ${api.dataDir}

  page        ${pageUrl}
  API         ${api.url}
  reference   ${api.referenceUrl}
  requests    ${api.inspectorUrl}

Try it:

  curl -i ${api.url}/messages -H 'content-type: application/json' -d '{"author":"Ada","text":"Coffee at ten"}'
  curl -i ${api.url}/messages
  curl -i ${api.url}/users -H "authorization: Bearer $(npm run --silent token -- --scope users:read)"

`;
}

/** Resolves when the user stops the program, or when the process that started it is gone. */
function untilStopped() {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, resolve);
    process.stdin.once("end", resolve).once("error", resolve).resume();
  });
}
