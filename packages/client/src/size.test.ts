import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

/** What a browser app pays for a piece of code: minified, gzipped. A size is the same on every machine. */
async function gzipBytes(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents,
      resolveDir: fileURLToPath(new URL("testing", import.meta.url)),
      loader: "ts",
    },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    conditions: ["@gatewright/source"],
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}

const pick = (names: string) =>
  `import { pickSample, ${names} } from "./sample-client.js";
   export const api = pickSample({ ${names} }, { baseUrl: "https://api.example.test" });`;

describe("the size of an SDK", () => {
  it.each([
    ["open", "listMessages"],
    ["secured", "deleteMessage"],
  ])(
    "is at most 2,700 bytes for one %s operation, openapi-fetch's part included",
    async (_, name) => {
      expect(await gzipBytes(pick(name))).toBeLessThanOrEqual(2_700);
    },
  );

  it("grows by at most 45 bytes with each further operation", async () => {
    const one = await gzipBytes(pick("listMessages"));
    const two = await gzipBytes(pick("listMessages, postMessage"));
    expect(two - one).toBeLessThanOrEqual(45);
  });

  it("does not hold the codec, readers and writers that no operation needs", async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: pick("listMessages"),
        resolveDir: fileURLToPath(new URL("testing", import.meta.url)),
        loader: "ts",
      },
      bundle: true,
      write: false,
      format: "esm",
      platform: "browser",
      metafile: true,
      conditions: ["@gatewright/source"],
      outdir: "out",
    });
    const text = outputFiles[0]?.text ?? "";
    for (const absent of ["encodeParameters", "bodyByMediaType", "deleteMessage", "node:"]) {
      expect(text).not.toContain(absent);
    }
  });
});
