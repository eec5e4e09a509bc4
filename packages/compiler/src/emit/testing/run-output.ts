import { posix } from "node:path";
import { build } from "esbuild";
import type { EmittedFile } from "../emitter.js";

/**
 * Bundles emitted files from an entry and loads what comes out. Packages are replaced by the sources in `packages`: what
 * emitters write is tested here, not the runtime behind it.
 */
export async function bundleOutput(
  files: readonly EmittedFile[],
  entry: string,
  packages: Readonly<Record<string, string>>,
): Promise<string> {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const result = await build({
    stdin: { contents: entry, loader: "ts", resolveDir: "/" },
    bundle: true,
    write: false,
    format: "esm",
    charset: "utf8",
    plugins: [
      {
        name: "emitted",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\./ }, ({ path, importer, namespace }) => {
            const from = namespace === "emitted" ? posix.dirname(importer) : ".";
            const name = posix.join(from, path);
            const found = [name, name.replace(/\.js$/, ".ts")].find((each) => texts.has(each));
            return { path: found ?? name, namespace: "emitted" };
          });
          onLoad({ filter: /./, namespace: "emitted" }, ({ path }) => {
            const contents = texts.get(path);
            if (contents === undefined)
              return { errors: [{ text: `nothing was emitted as ${path}` }] };
            return { contents, loader: path.endsWith(".ts") ? "ts" : "js" };
          });
          onResolve({ filter: /^@?[a-z]/ }, ({ path }) => ({ path, namespace: "package" }));
          onLoad({ filter: /./, namespace: "package" }, ({ path }) => ({
            contents: packages[path] ?? "",
          }));
        },
      },
    ],
  });
  return result.outputFiles[0]?.text ?? "";
}

/** What a bundled entry exports. */
export async function runOutput(
  ...bundled: Parameters<typeof bundleOutput>
): Promise<Readonly<Record<string, unknown>>> {
  const text = await bundleOutput(...bundled);
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`);
}
