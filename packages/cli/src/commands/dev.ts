import { once } from "node:events";
import { parsePort } from "../dev/choose-ports.js";
import { curlExamples } from "../dev/curl-examples.js";
import type { DevEvent } from "../dev/dev-event.js";
import { type DevServer, startDev } from "../dev/start-dev.js";
import { colours } from "../terminal/colours.js";
import type { Command } from "../terminal/command.js";
import { relativeTo } from "../terminal/relative-to.js";
import type { Terminal } from "../terminal/terminal.js";
import { API_OPTIONS, CONDITIONS_OPTION } from "./api-options.js";

export const devCommand: Command = {
  name: "dev",
  summary: "Runs the API on this machine and follows every change.",
  usage: "[DOCUMENT] [--port PORT] [--control-port PORT] [--data DIR]",
  about:
    "Runs what generate writes, in a local API Gateway with an embedded DynamoDB: no account, no container.\n" +
    "A change of the document, the config or a handler is taken over at once; one that does not work is\n" +
    "reported, and the version before goes on. Everything listens on 127.0.0.1 only.\n" +
    "Ports can also come from GATEWRIGHT_PORT and GATEWRIGHT_CONTROL_PORT.",
  maxPositionals: 1,
  options: [
    {
      name: "port",
      value: "PORT",
      help: "Port of the API: never moves. 4000, or the next free one, when left out.",
    },
    {
      name: "control-port",
      value: "PORT",
      help: "Port of API reference, request inspector and token keys; 4001 when left out.",
    },
    {
      name: "data",
      value: "DIR",
      help: "Where the database keeps its data; .gatewright/data when left out.",
    },
    { name: "quiet", help: "Does not print a line for each request." },
    CONDITIONS_OPTION,
    ...API_OPTIONS,
  ],
  examples: [
    { says: "The API of gatewright.config.ts", line: "gatewright dev" },
    { says: "On a port that clients are configured with", line: "gatewright dev --port 8080" },
    { says: "With data of its own", line: "gatewright dev --data /tmp/try" },
  ],
  async run(given, terminal) {
    const port = given.value("port");
    const controlPort = given.value("control-port");
    const isQuiet = given.has("quiet");
    process.setSourceMapsEnabled(true);
    const server = await startDev({
      cwd: terminal.cwd,
      env: terminal.env,
      hasColour: terminal.errHasColour,
      document: given.positionals[0],
      config: given.value("config"),
      root: given.value("root"),
      conditions: given.list("conditions"),
      dataDir: given.value("data"),
      port: port === undefined ? undefined : parsePort(port, "--port"),
      controlPort: controlPort === undefined ? undefined : parsePort(controlPort, "--control-port"),
      onEvent: (event) => printEvent(event, isQuiet, terminal),
    });
    terminal.out(welcome(server, terminal));
    if (!terminal.stop.aborted) await once(terminal.stop, "abort");
    terminal.err("Stopping …\n");
    await server.close();
    terminal.endSoon();
    return 0;
  },
};

function printEvent({ kind, text }: DevEvent, isQuiet: boolean, terminal: Terminal): void {
  if (kind === "progress" && !terminal.isWatched) return;
  if (kind === "request" && isQuiet) return;
  terminal.err(text);
}

function welcome(server: DevServer, terminal: Terminal): string {
  const { bold, cyan } = colours(terminal.outHasColour);
  const rows = [
    ["API", cyan(server.url)],
    ["reference", cyan(server.referenceUrl)],
    ["requests", cyan(server.inspectorUrl)],
    ["data", relativeTo(terminal.cwd, server.dataDir)],
  ].map(([name = "", value]) => `  ${name.padEnd(11)}${value}\n`);
  const tries = curlExamples(server.contract, server.url).map((line) => `  ${line}\n`);
  return (
    `\n${bold(server.contract.info.title)} runs on this machine\n\n${rows.join("")}` +
    (tries.length > 0 ? `\nTry\n${tries.join("")}` : "") +
    "\nChanges are taken over as you save. Ctrl-C stops everything; the data stays.\n"
  );
}
