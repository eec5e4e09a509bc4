import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { LocalError } from "../local-error.js";
import type { DatabaseEngine } from "./database-engine.js";
import { DYNOXIDE_FILE, startDynoxide } from "./start-dynoxide.js";

type EmbeddedKind = "dynoxide" | "dynalite";

export interface EmbeddedOptions {
  readonly directory: string;
  readonly port: number;
  /** The engine that the user asked for; null takes the one that has the data, else the best there is. */
  readonly engine: EmbeddedKind | null;
  /** Path of dynoxide's binary; null where there is none. */
  readonly binary: string | null;
  readonly onEnd: (message: string) => void;
}

export interface EmbeddedEngine extends DatabaseEngine {
  readonly kind: EmbeddedKind;
  readonly notes: readonly string[];
}

/**
 * Starts the embedded database. The engines keep their data apart, so an engine that has some stays in use; only where
 * there is none yet does a dynoxide that cannot run here (another C library, for example) give way to dynalite.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedEngine> {
  const { directory, engine, binary, port, onEnd } = options;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const data = {
    dynoxide: existsSync(join(directory, "dynoxide", DYNOXIDE_FILE)),
    dynalite: existsSync(join(directory, "dynalite")),
  };
  const isDynalite = engine === "dynalite" || (engine === null && data.dynalite && !data.dynoxide);
  if (isDynalite) return startDynalite(options, otherData("dynoxide", directory, data.dynoxide));
  if (binary === null) {
    if (engine === "dynoxide") {
      const message = `there is no dynoxide for ${process.platform}-${process.arch}`;
      throw new LocalError([{ code: "GW6022", message }]);
    }
    return startDynalite(options, otherData("dynoxide", directory, data.dynoxide));
  }
  try {
    const started = await startDynoxide(binary, join(directory, "dynoxide"), port, onEnd);
    return { ...started, kind: "dynoxide", notes: otherData("dynalite", directory, data.dynalite) };
  } catch (error) {
    const isOurChoice = engine === null && !data.dynoxide;
    if (!isOurChoice || !(error instanceof LocalError) || error.code !== "GW6022") throw error;
    return startDynalite(options, [`${error.findings[0]?.message}; using dynalite instead.`]);
  }
}

async function startDynalite(
  { directory, port }: EmbeddedOptions,
  notes: readonly string[],
): Promise<EmbeddedEngine> {
  const dynalite = await import("./dynalite/start-dynalite.js");
  const started = await dynalite.startDynalite(join(directory, "dynalite"), port);
  return { ...started, kind: "dynalite", notes };
}

function otherData(other: EmbeddedKind, directory: string, isThere: boolean): readonly string[] {
  if (!isThere) return [];
  return [`${join(directory, other)} holds data of ${other}, which is not in use now.`];
}
