/** What a command may use of the process it runs in. Tests pass one that collects what is written. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results: what a pipe should receive. */
  out(text: string): void;
  /** Everything else: progress, notices, complaints. */
  err(text: string): void;
  readonly outHasColour: boolean;
  readonly errHasColour: boolean;
  /** True when somebody watches stderr: progress is shown only then. */
  readonly isWatched: boolean;
  /** Aborted when the process is asked to end: Ctrl-C, SIGTERM, a closed terminal. */
  readonly stop: AbortSignal;
  /** Ends the process soon, whatever still runs in it: code of a user's functions may hold timers and sockets. */
  endSoon(): void;
}

/** Says what is being done, to whoever watches. */
export function progress(terminal: Terminal, text: string): void {
  if (terminal.isWatched) terminal.err(`${text}\n`);
}

/** Long enough for output to reach a pipe. */
const END_MS = 200;

/** The terminal of this process. Handlers for signals are installed on first use of `stop`, so that Ctrl-C ends other commands at once. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) {
    // A reader that has seen enough (`| head`) closes the pipe: nothing to complain about.
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  let stop: AbortSignal | undefined;
  return {
    cwd: process.cwd(),
    env,
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    outHasColour: hasColour(stdout.isTTY, env),
    errHasColour: hasColour(stderr.isTTY, env),
    isWatched: stderr.isTTY === true,
    endSoon: () => void setTimeout(() => process.exit(), END_MS).unref(),
    get stop() {
      stop ??= stopSignal();
      return stop;
    },
  };
}

/** Colour is for terminals, unless the environment says otherwise. Source: no-color.org, force-color.org. */
function hasColour(
  isTerminal: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return isTerminal === true && env.TERM !== "dumb";
}

function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort();
  process.once("SIGINT", abort).once("SIGTERM", abort).once("SIGHUP", abort);
  return controller.signal;
}
