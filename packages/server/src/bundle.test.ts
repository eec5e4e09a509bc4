import { gzipSync } from "node:zlib";
import { type BuildResult, build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";

/** A service of three operations as it would be deployed; its validators are a stand-in of about 1 KiB. */
const service = `
import { createHandler } from "./fixture/server.js";
export const handler = createHandler({
  handlers: {
    listMessages: async (_, { reply }) => reply(200, { messages: [] }),
    postMessage: async ({ body }, { reply }) => reply(201, { id: "1", ...body }, { location: "/" }),
    deleteMessage: async (_, { reply }) => reply(204),
  },
  services: () => ({}),
});
`;
const authorizer = `
import { createAuthorizer } from "./authorizer.js";
export const handler = createAuthorizer();
`;

async function bundle(contents: string) {
  const result: BuildResult<{ metafile: true; write: false }> = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    target: "node24",
    conditions: ["@gatewright/source"],
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  });
  const [output] = result.outputFiles;
  const [made] = Object.values(result.metafile.outputs);
  const inputs = Object.entries(made?.inputs ?? {}).filter(
    ([, { bytesInOutput }]) => bytesInOutput > 0,
  );
  return {
    text: output?.text ?? "",
    inputs: inputs.map(([path]) => path),
    external: made?.imports.map(({ path }) => path) ?? [],
    bytes: output?.contents.byteLength ?? 0,
    gzipBytes: gzipSync(output?.contents ?? "").byteLength,
  };
}

describe("the bundle of a service", () => {
  let api: Awaited<ReturnType<typeof bundle>>;
  beforeAll(async () => {
    api = await bundle(service);
  });

  it("imports nothing at run time: no node:http, which costs 26 ms on a cold start", () => {
    expect(api.external).toEqual([]);
  });

  it("is made of the server and the contract alone", () => {
    const foreign = api.inputs.filter(
      (path) => path !== "<stdin>" && !/packages\/(?:server|contract)\/src\//.test(path),
    );
    expect(foreign).toEqual([]);
    expect(api.inputs.filter((path) => /authorizer\.ts$|sampler|formats/.test(path))).toEqual([]);
  });

  it("uses no web API whose first use costs 24 ms and more", () => {
    expect(api.text).not.toMatch(/\b(?:Request|Response|Headers|fetch|FormData|Blob)\b\s*\(/);
    expect(api.text).not.toMatch(/\bnew (?:Request|Response|Headers|FormData|Blob|URL)\b/);
  });

  it("carries no decoder, no check and no source of events that its contract does not need", () => {
    const foreign =
      /(?:form|multipart|query|path|delimited|value)-decoder|styled-parameter|body-codecs|response-check|by-path|path-tree|balancer|invoke/;
    expect(api.inputs.filter((path) => foreign.test(path))).toEqual([]);
  });

  it("is at most 23 KiB, and 9 KiB compressed", () => {
    expect(api.bytes).toBeLessThanOrEqual(23 * 1024);
    expect(api.gzipBytes).toBeLessThanOrEqual(9 * 1024);
  });
});

describe("the bundle of an authorizer", () => {
  it("holds jose and nothing of the service", async () => {
    const { inputs, external, gzipBytes } = await bundle(authorizer);
    expect(external).toEqual([]);
    expect(inputs.some((path) => path.includes("/jose/"))).toBe(true);
    expect(inputs.filter((path) => path.includes("packages/contract/"))).toEqual([]);
    expect(gzipBytes).toBeLessThanOrEqual(12 * 1024);
  });
});
