import type { Options } from "tsup";

/**
 * What every published package builds to: ESM and CommonJS with matching declarations.
 * `GATEWRIGHT_BUILD=js` leaves the declarations out: `npm start` needs to run, not to publish.
 */
export function packageBuild(
  entry: Readonly<Record<string, string>>,
  overrides: Options = {},
): Options {
  return {
    entry: { ...entry },
    format: ["esm", "cjs"],
    platform: "neutral",
    target: "es2023",
    dts: process.env.GATEWRIGHT_BUILD !== "js",
    clean: true,
    splitting: true,
    treeshake: true,
    sourcemap: false,
    silent: true,
    ...overrides,
  };
}
