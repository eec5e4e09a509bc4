import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { FunctionResource } from "@gatewright/contract";
import { UserError } from "../terminal/user-error.js";
import { type BuildSettings, FUNCTION_MODULE, FunctionBuilder } from "./build-function.js";
import { zipFile } from "./zip-file.js";

/** One function as it was written to disk. */
export interface BundledFunction {
  readonly name: string;
  /** Absolute path of the folder that is ready to be zipped. */
  readonly dir: string;
  /** Absolute path of the archive beside it. */
  readonly zip: string;
  /** Of all files together. */
  readonly bytes: number;
  readonly zipBytes: number;
  /** True for an authorizer that nobody has written: it denies every call. */
  readonly isDenyAll: boolean;
}

/**
 * Bundles functions into the folders that the templates name, each with an archive beside it. All are built
 * before the first is written. Throws UserErrors for what cannot be bundled.
 */
export async function bundleFunctions(
  functions: readonly FunctionResource[],
  settings: Omit<BuildSettings, "mode">,
): Promise<readonly BundledFunction[]> {
  const builder = new FunctionBuilder({ ...settings, mode: "production" });
  const builds = await Promise.all(
    functions.map(async (resource) => ({
      resource,
      dir: resolve(settings.root, resource.bundle),
      ...(await builder.build(resource)),
    })),
  ).finally(() => builder.dispose());
  await Promise.all(builds.map(({ dir }) => assertReplaceable(dir)));
  return Promise.all(
    builds.map(async ({ resource, dir, files }) => {
      const archive = zipFile(files);
      await replaceFolder(dir, files);
      await writeFile(`${dir}.zip`, archive);
      return {
        name: resource.name,
        dir,
        zip: `${dir}.zip`,
        bytes: files.reduce((sum, { data }) => sum + data.length, 0),
        zipBytes: archive.length,
        isDenyAll: resource.entry === undefined,
      };
    }),
  );
}

async function replaceFolder(
  dir: string,
  files: readonly { readonly path: string; readonly data: Uint8Array }[],
): Promise<void> {
  const stage = `${dir}.${randomBytes(6).toString("hex")}`;
  try {
    for (const { path, data } of files) {
      await mkdir(dirname(join(stage, path)), { recursive: true });
      await writeFile(join(stage, path), data);
    }
    await rm(dir, { recursive: true, force: true });
    await rename(stage, dir);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** A bundle's folder is replaced as a whole, so it may hold nothing but a bundle. */
async function assertReplaceable(dir: string): Promise<void> {
  const names = await readdir(dir).catch(() => []);
  const foreign = names.find((name) => name !== FUNCTION_MODULE && name !== "chunks");
  if (foreign === undefined) return;
  throw new UserError(
    "GW3001",
    `the bundle folder ${dir} holds ${JSON.stringify(foreign)}, which is not part of a bundle`,
    "Give the function's bundle a folder of its own, or empty this one.",
  );
}
