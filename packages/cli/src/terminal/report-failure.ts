import type { LocalError } from "@gatewright/local";
import { findEntry } from "../catalogue.js";
import { DevRefusedError } from "../dev/dev-refused-error.js";
import { version } from "../version.js";
import { colours } from "./colours.js";
import type { ExitCode } from "./command.js";
import { relativeTo } from "./relative-to.js";
import type { Terminal } from "./terminal.js";
import { UserError, UserErrors } from "./user-error.js";

/** Prints what ended a command, and gives the exit code: 2 for what the user can mend, 1 with a stack for a bug. */
export function reportFailure(error: unknown, terminal: Terminal): ExitCode {
  const described = describeError(error, terminal.cwd, terminal.errHasColour);
  if (described !== null) {
    terminal.err(described);
    return 2;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(`${stack}\n`);
  for (let cause = causeOf(error); cause !== undefined; cause = causeOf(cause)) {
    terminal.err(
      `cause: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`,
    );
  }
  terminal.err(
    `\nThis is a bug in Gatewright ${version} (Node ${process.versions.node}, ${process.platform}-${process.arch}), not in your document.\n` +
      "Report it to the project's issue tracker with the lines above, the command line and, if you can, the document.\n",
  );
  return 1;
}

/** An error as it is printed when the user can mend it, with a line end; null when it is a bug. */
export function describeError(
  error: unknown,
  cwd = process.cwd(),
  hasColour = false,
): string | null {
  if (error instanceof DevRefusedError) return error.text;
  const texts = asUserErrors(error)?.map((each) => describe(each, cwd, hasColour));
  return texts?.join("\n") ?? null;
}

/** One complaint: place, code, message; then fix and page. */
function describe(
  { code, message, fix, place }: UserError,
  cwd: string,
  hasColour: boolean,
): string {
  const { bold, red, dim } = colours(hasColour);
  const where = place
    ? `${bold(`${relativeTo(cwd, place.file)}:${place.line}:${place.column}`)} `
    : "";
  return (
    `${where}${red("error")} ${code} ${bold(message)}\n` +
    `  fix: ${fix}\n` +
    `  ${dim(`docs: docs/diagnostics/${code}.md   (or: gatewright explain ${code})`)}\n`
  );
}

/** Our own errors, and what the local gateway found. */
function asUserErrors(error: unknown): readonly UserError[] | null {
  if (error instanceof UserErrors) return error.errors;
  if (error instanceof UserError) return [error];
  if (!isLocalError(error)) return null;
  return error.findings.map(({ code, message, pointer, fix }) => {
    const where =
      pointer === undefined ? "" : ` (${pointer === "" ? "/" : pointer} of the definition)`;
    return new UserError(code, message + where, fix ?? findEntry(code)?.fix ?? "");
  });
}

/** By its fields: another copy of the package may have thrown it. */
function isLocalError(error: unknown): error is LocalError {
  return error instanceof Error && error.name === "LocalError" && "findings" in error;
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}
