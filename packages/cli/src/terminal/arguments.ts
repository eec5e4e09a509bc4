import { parseArgs } from "node:util";
import type { Command, CommandOption } from "./command.js";
import { didYouMean } from "./did-you-mean.js";
import { UserError } from "./user-error.js";

/** What a command was called with, checked against its table of options. */
export interface Given {
  readonly positionals: readonly string[];
  has(option: string): boolean;
  /** The last value wins. */
  value(option: string): string | undefined;
  /** All values, lists at commas taken apart: `--emit types,client` → `["types", "client"]`. */
  list(option: string): readonly string[];
}

/** Options that every command has. */
export const HELP_OPTION: CommandOption = { name: "help", help: "Explains the command." };

/** Reads what follows the name of a command. Throws a UserError that names what is wrong. */
export function parseArguments(command: Command, argv: readonly string[]): Given {
  const options = [...command.options, HELP_OPTION];
  const byName = new Map(options.map((option) => [option.name, option]));
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(
        options.map(({ name, value }) => [
          name,
          {
            type: value === undefined ? ("boolean" as const) : ("string" as const),
            multiple: true,
          },
        ]),
      ),
      help: { type: "boolean", short: "h" },
    },
  });
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = byName.get(token.name);
    if (!option) throw unknownOption(command, token.rawName, byName.keys());
    const list = values.get(option.name) ?? [];
    values.set(option.name, list);
    list.push(checkedValue(command, option, token));
  }
  const extra = positionals[command.maxPositionals];
  if (extra !== undefined) {
    throw usage(
      command,
      `${JSON.stringify(extra)} is one word too many for gatewright ${command.name}`,
    );
  }
  return {
    positionals,
    has: (name) => values.has(name),
    value: (name) => values.get(name)?.at(-1),
    list: (name) =>
      (values.get(name) ?? []).flatMap((value) =>
        value
          .split(",")
          .map((item) => item.trim())
          .filter((item) => item !== ""),
      ),
  };
}

function checkedValue(
  command: Command,
  option: CommandOption,
  token: { readonly value: string | undefined; readonly inlineValue: boolean | undefined },
): string {
  if (option.value === undefined) {
    if (token.value === undefined) return "";
    throw usage(command, `--${option.name} takes no value, found ${JSON.stringify(token.value)}`);
  }
  const isForgotten = !token.inlineValue && token.value?.startsWith("-") && token.value !== "-";
  if (token.value === undefined || isForgotten) {
    throw usage(command, `--${option.name} needs a value: --${option.name} ${option.value}`);
  }
  return token.value;
}

function unknownOption(command: Command, given: string, names: Iterable<string>): UserError {
  const known = [...names].map((name) => `--${name}`);
  const message = `gatewright ${command.name} has no option ${JSON.stringify(given)}`;
  return usage(command, message + didYouMean(given, known));
}

function usage(command: Command, message: string): UserError {
  return new UserError("GW4001", message, `gatewright ${command.name} --help lists what it takes.`);
}
