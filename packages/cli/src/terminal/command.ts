import type { Given } from "./arguments.js";
import type { Terminal } from "./terminal.js";

/** 0: done, nothing to complain about. 1: a bug of ours. 2: something that the user can mend. */
export type ExitCode = 0 | 1 | 2;

/** One word after `gatewright`. */
export interface Command {
  readonly name: string;
  /** A line in the list of commands. */
  readonly summary: string;
  /** What follows the name: `[DOCUMENT] [--out DIR]`. */
  readonly usage: string;
  /** A paragraph or two. */
  readonly about: string;
  /** How many words may stand beside the options. */
  readonly maxPositionals: number;
  readonly options: readonly CommandOption[];
  readonly examples: readonly Example[];
  run(given: Given, terminal: Terminal): Promise<ExitCode>;
}

export interface CommandOption {
  /** Without the dashes. */
  readonly name: string;
  /** What the value stands for, in capitals; a flag has none. */
  readonly value?: string;
  /** May be given more than once, or as a list with commas. */
  readonly isList?: true;
  readonly help: string;
}

interface Example {
  readonly line: string;
  readonly says: string;
}
