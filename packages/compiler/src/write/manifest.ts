import { createHash } from "node:crypto";

/** Lists what an earlier run wrote into a folder, so that the next one knows which files are its own. */
export const MANIFEST_FILE = ".gatewright-manifest.json";

export interface Manifest {
  /** SHA-256 of each file's text, keyed by path relative to the folder, with `/`. */
  readonly files: ReadonlyMap<string, string>;
  /** Hash of what an emitter read, keyed by its name: lets an expensive emitter be left out when nothing changed. */
  readonly inputs: ReadonlyMap<string, string>;
}

export const EMPTY_MANIFEST: Manifest = { files: new Map(), inputs: new Map() };

export function hashText(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * A path that stays inside the folder it is relative to. A manifest is a file that anybody can edit: without
 * this check one that lists `../../notes.txt` would have it removed.
 */
export function isInsidePath(path: string): boolean {
  const segments = path.split("/");
  return (
    path !== "" &&
    !path.includes("\\") &&
    !path.includes("\0") &&
    !/^[A-Za-z]:/.test(path) &&
    segments.every((segment) => segment !== "" && segment !== "." && segment !== "..")
  );
}

/** Text of a manifest file; sorted, so that it does not depend on the order of emitters. */
export function manifestText(manifest: Manifest): string {
  const sorted = (map: ReadonlyMap<string, string>) =>
    Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  const value = {
    about: "Written by gatewright generate. Lists the files it may replace and remove.",
    formatVersion: 1,
    files: sorted(manifest.files),
    ...(manifest.inputs.size > 0 && { inputs: sorted(manifest.inputs) }),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * Reads a manifest. What is not one (edited by hand, merge markers, a later format) counts as empty: nothing
 * is then removed, and files that differ are refused instead of replaced.
 */
export function parseManifest(text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return EMPTY_MANIFEST;
  }
  if (!isRecord(value) || value.formatVersion !== 1) return EMPTY_MANIFEST;
  const files = new Map([...strings(value.files)].filter(([path]) => isInsidePath(path)));
  return { files, inputs: strings(value.inputs) };
}

function strings(value: unknown): Map<string, string> {
  if (!isRecord(value)) return new Map();
  return new Map(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
