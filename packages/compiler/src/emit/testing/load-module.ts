import type { EmittedFile } from "../emitter.js";

/** Loads an emitted module that imports nothing. */
export async function loadModule(
  files: readonly EmittedFile[],
  path: string,
): Promise<Readonly<Record<string, unknown>>> {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new RangeError(`nothing was emitted as ${path}`);
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(file.text)}`);
}

/** The text of an emitted file. */
export function textOf(files: readonly EmittedFile[], path: string): string {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new RangeError(`nothing was emitted as ${path}`);
  return file.text;
}
