import { commands } from "./commands/commands.js";
import { parseArguments } from "./terminal/arguments.js";
import type { ExitCode } from "./terminal/command.js";
import { didYouMean } from "./terminal/did-you-mean.js";
import { commandHelp, overview } from "./terminal/help.js";
import { reportFailure } from "./terminal/report-failure.js";
import { processTerminal, type Terminal } from "./terminal/terminal.js";
import { UserError } from "./terminal/user-error.js";
import { version } from "./version.js";

/** Runs one command line and gives its exit code; everything is written through `terminal`. */
export async function main(
  argv: readonly string[],
  terminal: Terminal = processTerminal(),
): Promise<ExitCode> {
  try {
    return await dispatch(argv, terminal);
  } catch (error) {
    return reportFailure(error, terminal);
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first, ...rest] = argv;
  if (first === undefined || first === "--help" || first === "-h" || first === "help") {
    const named = commands.find(({ name }) => name === rest[0]);
    terminal.out(named ? commandHelp(named) : overview(commands));
    return 0;
  }
  if (first === "--version" || first === "-v" || first === "-V") {
    terminal.out(`${version}\n`);
    return 0;
  }
  const command = commands.find(({ name }) => name === first);
  if (!command) {
    const known = commands.map(({ name }) => name);
    const message = `gatewright has no command ${JSON.stringify(first)}${didYouMean(first, known)}`;
    throw new UserError("GW4001", message, "gatewright --help lists the commands.");
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    terminal.out(commandHelp(command));
    return 0;
  }
  return command.run(parseArguments(command, rest), terminal);
}
