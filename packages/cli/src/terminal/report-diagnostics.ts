import { type LocatedDiagnostic, type Place, renderJson, renderPretty } from "@gatewright/compiler";
import { colours } from "./colours.js";
import type { CommandOption } from "./command.js";
import type { Terminal } from "./terminal.js";

export const FORMATS = ["pretty", "json"] as const;
export type Format = (typeof FORMATS)[number];

export const FORMAT_OPTION: CommandOption = {
  name: "format",
  value: "NAME",
  help: "pretty (for people) or json (one object on stdout); pretty when left out.",
};

interface Findings {
  readonly diagnostics: readonly LocatedDiagnostic[];
  frame(place: Place): string | null;
}

/** Prints diagnostics: JSON is a result and goes to stdout; for people they go to stderr, with a count. */
export function reportDiagnostics(findings: Findings, format: Format, terminal: Terminal): void {
  if (format === "json") {
    terminal.out(`${JSON.stringify(renderJson(findings.diagnostics), null, 2)}\n`);
    return;
  }
  if (findings.diagnostics.length > 0)
    terminal.err(prettyDiagnostics(findings, terminal.errHasColour));
}

/** Diagnostics as people read them, and how many there are. */
export function prettyDiagnostics({ diagnostics, frame }: Findings, hasColor: boolean): string {
  const blocks = diagnostics.map((each) => renderPretty(each, { frame, hasColor }));
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const { bold, red, yellow } = colours(hasColor);
  const counts = [
    ...(errors > 0 ? [red(count(errors, "error"))] : []),
    ...(diagnostics.length > errors ? [yellow(count(diagnostics.length - errors, "warning"))] : []),
  ];
  return `${blocks.join("\n\n")}\n\n${bold(counts.join(", "))}\n`;
}

/** `count(2, "file")` → `2 files`. */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
