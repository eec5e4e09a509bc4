import { join, resolve } from "node:path";
import type { Contract } from "@gatewright/contract";
import { RequestLog, startControl, startDatabase, startLocal } from "@gatewright/local";
import type { DevConfig } from "../config/config.js";
import { type ApiChoice, selectApis } from "../config/select-apis.js";
import { relativeTo } from "../terminal/relative-to.js";
import { choosePorts } from "./choose-ports.js";
import { attemptText, type DevEvent, errorText } from "./dev-event.js";
import { DevRefusedError } from "./dev-refused-error.js";
import { followSources } from "./follow-sources.js";
import { type TouchedFiles, VersionMaker } from "./make-version.js";
import { ModuleStore } from "./module-store.js";
import { failureText, requestText } from "./request-text.js";
import { stateFolder } from "./state-folder.js";
import { VersionRunner } from "./version-runner.js";

export interface DevOptions {
  /** What other paths are relative to; the working directory when left out. */
  readonly cwd?: string;
  /** The document; the config's only one when left out. */
  readonly document?: string | undefined;
  readonly config?: string | undefined;
  readonly root?: string | undefined;
  /**
   * Port of the API; 0 takes any. Named here, in the environment (`GATEWRIGHT_PORT`) or in the config it never
   * moves; 4000, when nobody names one, moves to the next free one.
   */
  readonly port?: number | undefined;
  /** Port of reference, inspector and token keys (`GATEWRIGHT_CONTROL_PORT`); 4001 alike. */
  readonly controlPort?: number | undefined;
  /** Where the database keeps its data; `.gatewright/data` when nobody says otherwise. */
  readonly dataDir?: string | undefined;
  /** Export conditions for the bundles of the functions, beside the usual ones. */
  readonly conditions?: readonly string[];
  /** Where ports and values for functions come from; the process's when left out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly hasColour?: boolean;
  readonly onEvent?: (event: DevEvent) => void;
  /** Awaited when all but the port of the API is ready: the place to start what has to be there first. */
  readonly beforeOpening?: (addresses: { readonly url: string }) => Promise<void>;
}

/** An API that runs on this machine and follows its sources. */
export interface DevServer {
  /** For example `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly referenceUrl: string;
  readonly inspectorUrl: string;
  readonly databaseEndpoint: string;
  /** Absolute path of the folder that holds the data. */
  readonly dataDir: string;
  /** The contract as it was at the start. */
  readonly contract: Contract;
  /** Stops everything that was started, within two seconds even when a request does not end. */
  close(): Promise<void>;
}

type Close = () => void | Promise<void>;

/** How long one part may take to stop before it is no longer waited for. */
const CLOSE_MS = 1_000;

/**
 * Runs an API on this machine: what `generate` writes, in a local gateway, with an embedded database. A change of
 * the document, the config or a handler replaces the running version as a whole; one that does not work is
 * reported as an event, and the version before stays. The port of the API opens last. Throws a DevRefusedError
 * when the sources give nothing that runs, a LocalError when gateway or database cannot start.
 */
export async function startDev(options: DevOptions = {}): Promise<DevServer> {
  const closes: Close[] = [];
  try {
    return await start(options, closes);
  } catch (error) {
    await closeAll(closes);
    throw error;
  }
}

async function start(options: DevOptions, closes: Close[]): Promise<DevServer> {
  const { cwd = process.cwd(), conditions = [], hasColour = false } = options;
  const environment = { ...(options.env ?? process.env) };
  const say = (kind: DevEvent["kind"], text: string) => options.onEvent?.({ kind, text });
  const { document, config, root } = options;
  const choice: ApiChoice = { cwd, document, config, root };

  const selection = await selectApis(choice);
  if (selection.notice !== null) say("notice", `${selection.notice}\n`);
  const defaults = selection.config?.config.dev;
  const wishes = { port: options.port, controlPort: options.controlPort };
  const chosen = await choosePorts({ ...wishes, config: defaults, env: environment });
  for (const notice of chosen.notices) say("notice", `${notice}\n`);
  const folder = await stateFolder(selection.projectRoot);
  const dataDir = dataFolder(options, cwd, defaults, selection.projectRoot, folder);

  say("progress", "Reading the contract, building the functions, starting the database …\n");
  const files: TouchedFiles = { read: new Set(), written: new Set() };
  const maker = new VersionMaker(choice, selection.projectRoot, conditions);
  closes.push(() => maker.close());
  const [attempt, started] = await Promise.all([
    maker.make(files),
    settled(startDatabase({ directory: dataDir })),
  ]);
  if ("value" in started) closes.push(() => started.value.close());
  if (attempt.kind !== "ready") throw new DevRefusedError(attemptText(attempt, cwd, hasColour));
  if (!("value" in started)) throw started.reason;
  const database = started.value;
  for (const note of database.notes) say("notice", `${note}\n`);
  await database.createTables(attempt.version.resources.tables);

  const requests = new RequestLog();
  const control = await startControl({
    port: chosen.controlPort,
    document: attempt.version.openapi,
    apiUrl: `http://127.0.0.1:${chosen.port}`,
    requests,
    keyFile: join(folder, "token-key.json"),
  });
  closes.push(() => control.close());
  const store = await ModuleStore.open(join(folder, "build"));
  closes.push(() => store.close());
  const runner = new VersionRunner(store, { database, issuer: control.issuer, environment });
  closes.push(() => runner.close());
  await options.beforeOpening?.({ url: `http://127.0.0.1:${chosen.port}` });
  const local = await startLocal({
    ...(await runner.prepare(attempt.version)),
    port: chosen.port,
    requests,
    onRequest: (record) => say("request", requestText(record, hasColour)),
    onFailure: (failure) => say("failure", failureText(failure, hasColour)),
  });
  closes.push(() => local.close());

  const follower = followSources(files.read, async (changed) => {
    const startedAt = Date.now();
    const touched: TouchedFiles = { read: new Set(), written: new Set() };
    const next = await maker.make(touched, changed);
    const names = changed.map((file) => relativeTo(cwd, file)).join(", ");
    try {
      if (next.kind !== "ready") {
        say(
          "refused",
          `${attemptText(next, cwd, hasColour)}${names}: not taken over, the version before goes on\n`,
        );
        return { ...touched, isReady: false };
      }
      await database.createTables(next.version.resources.tables);
      await local.reload(await runner.prepare(next.version));
      control.setDocument(next.version.openapi);
    } catch (error) {
      say(
        "refused",
        `${errorText(error, cwd, hasColour)}${names}: not taken over, the version before goes on\n`,
      );
      return { ...touched, isReady: false };
    }
    say("reloaded", `${names}: taken over in ${Date.now() - startedAt} ms\n`);
    return { ...touched, isReady: true };
  });
  closes.push(() => follower.close());
  return {
    url: local.url,
    referenceUrl: control.referenceUrl,
    inspectorUrl: control.inspectorUrl,
    databaseEndpoint: database.endpoint,
    dataDir,
    contract: attempt.version.contract,
    close: () => closeAll(closes),
  };
}

function dataFolder(
  { dataDir }: DevOptions,
  cwd: string,
  config: DevConfig | undefined,
  projectRoot: string,
  stateFolder: string,
): string {
  if (dataDir !== undefined) return resolve(cwd, dataDir);
  return config?.dataDir === undefined
    ? join(stateFolder, "data")
    : resolve(projectRoot, config.dataDir);
}

/** Closes in the opposite order of starting. */
async function closeAll(closes: Close[]): Promise<void> {
  for (let close = closes.pop(); close !== undefined; close = closes.pop()) {
    await Promise.race([
      Promise.resolve(close()),
      new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref()),
    ]);
  }
}

type Settled<Value> = { readonly value: Value } | { readonly reason: unknown };

async function settled<Value>(promise: Promise<Value>): Promise<Settled<Value>> {
  try {
    return { value: await promise };
  } catch (reason) {
    return { reason };
  }
}
