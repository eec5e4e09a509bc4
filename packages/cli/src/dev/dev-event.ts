import { prettyDiagnostics } from "../terminal/report-diagnostics.js";
import { describeError } from "../terminal/report-failure.js";
import type { VersionAttempt } from "./make-version.js";

/** Something that happened while an API runs on this machine; `text` is ready to be printed, with line ends. */
export interface DevEvent {
  readonly kind: "progress" | "notice" | "reloaded" | "refused" | "request" | "failure";
  readonly text: string;
}

/** Why a version does not run: diagnostics, or what a UserError says. A bug is shown with its stack. */
export function attemptText(
  attempt: Exclude<VersionAttempt, { kind: "ready" }>,
  cwd: string,
  hasColour: boolean,
): string {
  if (attempt.kind === "refused") return prettyDiagnostics(attempt.result, hasColour);
  return errorText(attempt.error, cwd, hasColour);
}

/** An error as it is printed. */
export function errorText(error: unknown, cwd: string, hasColour: boolean): string {
  const described = describeError(error, cwd, hasColour);
  if (described !== null) return described;
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}
