import { createHash } from "node:crypto";

/** Lists what an earlier run wrote into a folder, so that the next one knows which files are its own. */
export const MANIFEST_FILE = ".gatewright-manifest.json";

export interface Manifest {
  /** Keyed by path relative to the folder, with `/`. */
  readonly files: ReadonlyMap<string, ManifestFile>;
  /** Hash of what a part was made from, keyed by its name: an expensive one is left out when that has not changed. */
  readonly inputs: ReadonlyMap<string, string>;
}

export interface ManifestFile {
  /** Name of the emitter that made it. */
  readonly part: string;
  /** Of the file's text, hexadecimal. */
  readonly sha256: string;
}

export const EMPTY_MANIFEST: Manifest = { files: new Map(), inputs: new Map() };

export function hashText(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * True for a path that stays inside the folder it is relative to. A manifest is a file that anybody can edit:
 * without this check one that lists `../../notes.txt` would have it removed.
 */
export function isInsidePath(path: string): boolean {
  return (
    !/[\\\0]|^[A-Za-z]:/.test(path) &&
    path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..")
  );
}

/** Text of a manifest file; sorted, so that it does not depend on the order of emitters. */
export function manifestText(manifest: Manifest): string {
  const value = {
    about: "Written by gatewright generate: the files that it may replace and remove.",
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
  const files = new Map<string, ManifestFile>();
  for (const [path, file] of entries(value.files)) {
    if (!isInsidePath(path) || !isRecord(file)) continue;
    const { part, sha256 } = file;
    if (typeof part === "string" && typeof sha256 === "string") files.set(path, { part, sha256 });
  }
  const inputs = new Map<string, string>();
  for (const [part, hash] of entries(value.inputs)) {
    if (typeof hash === "string") inputs.set(part, hash);
  }
  return { files, inputs };
}

function sorted<Value>(map: ReadonlyMap<string, Value>): Record<string, Value> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function entries(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
