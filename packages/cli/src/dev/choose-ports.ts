import { createServer } from "node:net";
import { choosePort } from "@gatewright/local";
import type { DevConfig } from "../config/config.js";
import { UserError } from "../terminal/user-error.js";

const DEFAULT_PORT = 4000;
const DEFAULT_CONTROL_PORT = 4001;

export interface PortWishes {
  /** Of the API; 0 takes any. */
  readonly port?: number | undefined;
  /** Of reference, inspector and token keys. */
  readonly controlPort?: number | undefined;
  readonly config: DevConfig | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The ports to listen on, and what to tell the user about them. A port that somebody named, by option, in the
 * environment or in the config, never moves: the gateway says so when it is taken. A default moves to the next free one.
 */
export async function choosePorts(wishes: PortWishes): Promise<{
  readonly port: number;
  readonly controlPort: number;
  readonly notices: readonly string[];
}> {
  const { config, env } = wishes;
  const named = wishes.port ?? variable(env, "GATEWRIGHT_PORT") ?? config?.port;
  const api = await choosePort({
    preferred: named ?? DEFAULT_PORT,
    isExplicit: named !== undefined,
  });
  const controlNamed =
    wishes.controlPort ?? variable(env, "GATEWRIGHT_CONTROL_PORT") ?? config?.controlPort;
  const control = await choosePort({
    preferred: controlNamed ?? DEFAULT_CONTROL_PORT,
    isExplicit: controlNamed !== undefined,
    except: [api.port],
  });
  const notices = [api.message, control.message].filter((message) => message !== null);
  // The reference has to know the address of an API that does not listen yet.
  return { port: api.port || (await anyFreePort()), controlPort: control.port, notices };
}

function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host: "127.0.0.1" }, () => {
      const address = probe.address();
      // A TCP server that listens has an address; only pipes have text.
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** A port as people write it. Throws a UserError for anything else. */
export function parsePort(text: string, from: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  const message = `${from} must be a port from 0 to 65535, found ${JSON.stringify(text)}`;
  throw new UserError("GW4001", message, "0 takes any free port.");
}

function variable(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
): number | undefined {
  const text = env[name];
  return text === undefined || text === "" ? undefined : parsePort(text, name);
}
