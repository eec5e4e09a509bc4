import { readFileSync, realpathSync } from "node:fs";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyFolder, packAll, root, run } from "./packed-packages.js";

let folder: Awaited<ReturnType<typeof emptyFolder>>;
let server: Server;
let baseUrl = "";
const app = (...path: string[]) => join(folder.path, "app", ...path);

/** Puts a package of the workspace beside the installed ones, dependencies and all. */
async function link(name: string, from: string): Promise<void> {
  const manifest = createRequire(join(root, from, "package.json")).resolve(`${name}/package.json`);
  await symlink(realpathSync(dirname(manifest)), app("node_modules", name), "junction");
}

beforeAll(async () => {
  folder = await emptyFolder();
  const tarballs = await packAll(folder.path);
  await mkdir(app());
  await writeFile(
    app("package.json"),
    JSON.stringify({ name: "app", private: true, type: "module" }),
  );
  const installed = await run(
    "npm",
    [
      "install",
      tarballs["whiteboard-client"] ?? "",
      "--prefer-offline",
      "--no-audit",
      "--no-fund",
      "--no-package-lock",
    ],
    app(),
  );
  expect(installed.code, installed.output).toBe(0);
  server = createServer((request, response) => {
    const body = JSON.stringify({ messages: [], url: request.url });
    response.writeHead(200, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await folder?.remove();
});

/** Writes a file into the app and runs it with Node. */
async function runFile(name: string, text: string) {
  await writeFile(app(name), text);
  return run(process.execPath, [app(name)], app(), { BASE_URL: baseUrl });
}

const CALL = `createWhiteboard({ baseUrl: process.env.BASE_URL }).listMessages({ query: { limit: 3 } })
  .then((answer) => console.log(answer.status, answer.body.url));`;

describe("the packed SDK in an empty folder", () => {
  it("brings openapi-fetch and nothing else of its own", () => {
    const { dependencies } = JSON.parse(
      readFileSync(app("node_modules/whiteboard-client/package.json"), "utf8"),
    );
    expect(Object.keys(dependencies)).toEqual(["openapi-fetch"]);
  });

  it("works in Node as an ES module", async () => {
    const { output } = await runFile(
      "esm.mjs",
      `import { createWhiteboard } from "whiteboard-client";\n${CALL}`,
    );
    expect(output).toBe("200 /messages?limit=3\n");
  });

  it("works in Node as CommonJS", async () => {
    const { output } = await runFile(
      "cjs.cjs",
      `const { createWhiteboard } = require("whiteboard-client");\n${CALL}`,
    );
    expect(output).toBe("200 /messages?limit=3\n");
  });

  it("bundles for a browser without a trace of Node, in 2,700 bytes for one operation", async () => {
    await writeFile(
      app("browser.js"),
      `import { listMessages, pickWhiteboard } from "whiteboard-client";
       export const start = (baseUrl) => pickWhiteboard({ listMessages }, { baseUrl });`,
    );
    const { outputFiles } = await build({
      entryPoints: [app("browser.js")],
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      write: false,
    });
    const code = outputFiles[0]?.text ?? "";
    expect(code).not.toMatch(/node:|require\(/);
    expect(code).not.toContain("deleteMessage");
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(2_700);
    const { start } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(await start(baseUrl).listMessages.orThrow({ query: { limit: 1 } })).toMatchObject({
      url: "/messages?limit=1",
    });
  });
});

const CONSUMER = `import { ApiError, createWhiteboard, type Message } from "whiteboard-client";
export async function newest(): Promise<readonly Message[]> {
  const whiteboard = createWhiteboard({ baseUrl: "https://whiteboard.example", bearer: () => "t" });
  const answer = await whiteboard.listMessages({ query: { limit: 3 } });
  if (answer.status === 200) {
    return answer.body.messages;
  }
  const title: string = answer.body.title;
  // @ts-expect-error there are no messages in an error
  answer.body.messages;
  // @ts-expect-error limit is a number
  await whiteboard.listMessages({ query: { limit: "3" } });
  // @ts-expect-error the path parameter is missing
  await whiteboard.getMessage({});
  const error = new Error(title);
  return error instanceof ApiError ? [] : (await whiteboard.listMessages.orThrow()).messages;
}
`;

describe("its types", () => {
  it.each([
    ["node16", "node16"],
    ["esnext", "bundler"],
  ])("hold strictly with module %s and moduleResolution %s", async (module, moduleResolution) => {
    const files = moduleResolution === "node16" ? ["consumer.ts", "consumer.cts"] : ["consumer.ts"];
    for (const file of files) {
      await writeFile(app(file), CONSUMER);
    }
    const { code, output } = await typecheck(files, {
      module,
      moduleResolution,
      skipLibCheck: false,
    });
    expect(code, output).toBe(0);
  });
});

async function typecheck(files: readonly string[], options: object) {
  const config = {
    compilerOptions: {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      target: "es2022",
      lib: ["es2023", "dom", "dom.iterable"],
      types: [],
      ...options,
    },
    files,
  };
  await writeFile(app("tsconfig.json"), JSON.stringify(config));
  return run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", app()], app());
}

describe("its mocks", () => {
  beforeAll(() => link("msw", "packages/mock"));

  it.each(["esm.mjs", "cjs.cjs"])("refuse and answer as the contract says (%s)", async (kind) => {
    const imports = kind.endsWith("cjs")
      ? `const { setupServer } = require("msw/node");
         const { createWhiteboard } = require("whiteboard-client");
         const { mockWhiteboard } = require("whiteboard-client/mocks");`
      : `import { setupServer } from "msw/node";
         import { createWhiteboard } from "whiteboard-client";
         import { mockWhiteboard } from "whiteboard-client/mocks";`;
    const { code, output } = await runFile(
      `mocks-${kind}`,
      `${imports}
       const server = setupServer(...mockWhiteboard({ getHealth: (_, { fail }) => fail() }, { report: () => {} }));
       server.listen();
       const whiteboard = createWhiteboard({ baseUrl: "https://whiteboard.test", retry: { attempts: 1 } });
       (async () => {
         const page = await whiteboard.listMessages();
         const bad = await whiteboard.postMessage({ body: { author: "Ada" } });
         const good = await whiteboard.postMessage({ body: { author: "Ada", text: "Hello" } });
         const closed = await whiteboard.listUsers();
         const broken = await whiteboard.getHealth().catch((error) => error.code);
         console.log(JSON.stringify([page.status, page.body.messages.length, bad.status, bad.body.errors, good.status, closed.status, broken]));
         server.close();
       })();`,
    );
    expect(code, output).toBe(0);
    expect(JSON.parse(output)).toEqual([
      200,
      2,
      400,
      [{ detail: expect.any(String), pointer: "/text" }],
      201,
      401,
      "NetworkError",
    ]);
  });

  it("bundle for a browser without a trace of Node", async () => {
    await writeFile(app("worker.js"), `export * from "whiteboard-client/mocks";`);
    const { outputFiles } = await build({
      entryPoints: [app("worker.js")],
      bundle: true,
      external: ["msw"],
      format: "esm",
      platform: "browser",
      write: false,
    });
    expect(outputFiles[0]?.text).not.toMatch(/["']node:/);
  });
});

describe("its README", () => {
  const readme = readFileSync(join(root, "packages/whiteboard-client/README.md"), "utf8");
  const snippets = Array.from(readme.matchAll(/^```ts\n(.*?)^```/gms), ([, text = ""]) => text);

  it("has snippets that compile", async () => {
    const files = snippets.map((_, index) => `snippet-${index}.ts`);
    for (const [index, text] of snippets.entries()) {
      await writeFile(app(`snippet-${index}.ts`), text);
    }
    expect(files.length).toBeGreaterThan(3);
    const { code, output } = await typecheck(files, {
      module: "esnext",
      moduleResolution: "bundler",
      skipLibCheck: true,
    });
    expect(code, output).toBe(0);
  });

  it("has snippets that run", async () => {
    await writeFile(
      app("preload.mjs"),
      `import { setupServer } from "msw/node";
       import { mockWhiteboard } from "whiteboard-client/mocks";
       globalThis.sessionStorage ??= new Map();
       sessionStorage.getItem ??= () => "token";
       setupServer(...mockWhiteboard({}, { baseUrl: "http://127.0.0.1:4000" })).listen({ onUnhandledFrame: "bypass" });`,
    );
    for (const [index, text] of snippets.entries()) {
      const { outputFiles } = await build({
        stdin: { contents: text, loader: "ts" },
        format: "esm",
        write: false,
      });
      await writeFile(app(`snippet-${index}.mjs`), outputFiles[0]?.contents ?? "");
      const args = text.includes("setupServer") ? [] : ["--import", "./preload.mjs"];
      const { code, output } = await run(
        process.execPath,
        [...args, app(`snippet-${index}.mjs`)],
        app(),
      );
      expect(code, `${text}\n${output}`).toBe(0);
    }
  });
});
