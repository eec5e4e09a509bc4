import type { Failure, RequestRecord } from "@gatewright/local";
import { colours } from "../terminal/colours.js";

/** A line about one request: `POST /messages 201 12 ms`; with the gateway's own words when it answered itself. */
export function requestText(record: RequestRecord, hasColour: boolean): string {
  const { dim, green, yellow, red } = colours(hasColour);
  const paint = record.status < 400 ? green : record.status < 500 ? yellow : red;
  const note = record.note === null ? "" : `  ${record.note}`;
  const path = printable(record.path);
  return `${record.method} ${path} ${paint(String(record.status))} ${dim(`${record.durationMs} ms${note}`)}\n`;
}

/** What went wrong inside a function. */
export function failureText(
  failure: Failure & { readonly requestId: string },
  hasColour: boolean,
): string {
  const { red } = colours(hasColour);
  const { functionName, invocation, requestId } = failure;
  if (invocation.kind === "timedOut") {
    const whose = invocation.by === "function" ? "its own time-out" : "the gateway's";
    return `${red("function")} ${functionName} did not answer within ${invocation.timeoutMs} ms, ${whose} (request ${requestId})\n`;
  }
  const { error, phase } = invocation;
  const what = phase === "init" ? "did not load" : "threw";
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${red("function")} ${functionName} ${what} (request ${requestId})\n${stack}\n`;
}

/** A caller's path must not move the cursor of a terminal. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced.
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, "?");
}
