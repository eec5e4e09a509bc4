import { EMIT_NAMES, type TargetName } from "@gatewright/compiler";
import { type ApiSelection, selectApis } from "../config/select-apis.js";
import type { Given } from "../terminal/arguments.js";
import type { CommandOption } from "../terminal/command.js";
import { didYouMean } from "../terminal/did-you-mean.js";
import type { Terminal } from "../terminal/terminal.js";
import { UserError } from "../terminal/user-error.js";

const TARGETS: readonly TargetName[] = ["rest-api", "http-api", "get-sdk"];

/** Options of every command that works on documents. */
export const API_OPTIONS: readonly CommandOption[] = [
  {
    name: "config",
    value: "FILE",
    help: "Config file; gatewright.config.ts of this folder or one above it when left out.",
  },
  {
    name: "root",
    value: "DIR",
    help: "Widest folder that the document may refer into; its own folder when left out.",
  },
];

export const CONDITIONS_OPTION: CommandOption = {
  name: "conditions",
  value: "NAME",
  isList: true,
  help: "Export conditions by which functions find packages, beside the usual ones; for monorepos.",
};

export const TARGET_OPTION: CommandOption = {
  name: "target",
  value: "NAME",
  isList: true,
  help: `Must be met, or the run ends with exit code 2: ${TARGETS.join(", ")}.`,
};

/** The documents that a command line names, or those of the config. Says on stderr when a config is ignored. */
export async function selectGiven(given: Given, terminal: Terminal): Promise<ApiSelection> {
  const selection = await selectApis({
    cwd: terminal.cwd,
    document: given.positionals[0],
    config: given.value("config"),
    root: given.value("root"),
    out: given.value("out"),
    emit: given.list("emit").map((name) => oneOf(name, EMIT_NAMES, "--emit")),
    targets: given.list("target").map((name) => oneOf(name, TARGETS, "--target")),
  });
  if (selection.notice !== null) terminal.err(`${selection.notice}\n`);
  return selection;
}

/** The name as one of a list. Throws a UserError that lists them. */
export function oneOf<Name extends string>(
  given: string,
  names: readonly Name[],
  option: string,
): Name {
  const found = names.find((name) => name === given);
  if (found !== undefined) return found;
  const message = `${option} knows no ${JSON.stringify(given)}${didYouMean(given, names)}`;
  throw new UserError("GW4006", message, `Use ${names.join(", ")}.`);
}
