import type { Terminal } from "../terminal/terminal.js";

export interface CollectingTerminal extends Terminal {
  /** May be replaced, to act when something is printed. */
  out: Terminal["out"];
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** A terminal that nobody watches and that keeps what is written to it. */
export function collectingTerminal(
  cwd: string,
  overrides: Partial<Pick<Terminal, "env" | "stop" | "outHasColour" | "errHasColour">> = {},
): CollectingTerminal {
  let out = "";
  let err = "";
  return {
    cwd,
    env: {},
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    outHasColour: false,
    errHasColour: false,
    isWatched: false,
    stop: new AbortController().signal,
    endSoon: () => {},
    ...overrides,
    stdout: () => out,
    stderr: () => err,
  };
}
