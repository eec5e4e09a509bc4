import { HELP_OPTION } from "./arguments.js";
import type { Command } from "./command.js";

/** What `gatewright COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  const options = [...command.options, HELP_OPTION].map(
    ({ name, value, help }) => [`--${name}${value ? ` ${value}` : ""}`, help] as const,
  );
  const sections = [
    `gatewright ${command.name} ${command.usage}`.trimEnd(),
    command.about,
    `Options\n${columns(options)}`,
    `Examples\n${command.examples.map(({ line, says }) => `  ${says}\n    ${line}`).join("\n")}`,
  ];
  return `${sections.join("\n\n")}\n`;
}

/** What `gatewright --help` prints. */
export function overview(commands: readonly Command[]): string {
  return `gatewright: one OpenAPI document, and everything that must agree with it

Usage
  gatewright COMMAND [OPTIONS]

Commands
${columns(commands.map(({ name, summary }) => [name, summary] as const))}

Options
${columns([
  ["--help", "Explains a command: gatewright generate --help"],
  ["--version", "Prints the version."],
])}

A first look
  gatewright check openapi.yaml
  gatewright generate openapi.yaml --out generated

Exit codes: 0 nothing to complain about, 2 something that you can mend, 1 a bug of ours.
`;
}

/** Two columns; the second one wraps at 100 characters. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows
    .map(([left, right]) => {
      const [first = "", ...rest] = wrapped(right, 100 - width - 2);
      const lines = [`  ${left.padEnd(width)}${first}`];
      return [...lines, ...rest.map((line) => " ".repeat(width + 2) + line)].join("\n");
    })
    .join("\n");
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
