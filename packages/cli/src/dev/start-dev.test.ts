import { get } from "node:http";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { PING_DOCUMENT } from "../testing/ping-document.js";
import { type TemporaryFolder, temporaryFolder } from "../testing/temporary-folder.js";
import type { DevEvent } from "./dev-event.js";
import { type DevServer, startDev } from "./start-dev.js";

const CONFIG = `export default {
  apis: [{
    document: "api.yaml",
    outputs: [{ dir: "generated", emit: ["openapi"] }],
    functions: { ping: { entry: "function.mjs", environment: { GREETING_TEST: "good day" } } },
  }],
};
`;
const FUNCTION = `import { text } from "./text.mjs";
export const handler = async (event) => ({
  statusCode: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ text, resource: event.resource, greeting: process.env.GREETING_TEST }),
});
`;

let folder: TemporaryFolder;
let server: DevServer | undefined;
let events: DevEvent[] = [];
let listeners: ((event: DevEvent) => void)[] = [];

afterEach(async () => {
  await server?.close();
  server = undefined;
  await folder.remove();
}, 60_000);

/** The next event of one of these kinds. */
function nextEvent(...kinds: readonly DevEvent["kind"][]): Promise<DevEvent> {
  return new Promise((resolve) => {
    listeners.push((event) => kinds.includes(event.kind) && resolve(event));
  });
}

async function start(files: Readonly<Record<string, string>> = {}): Promise<DevServer> {
  events = [];
  listeners = [];
  folder = await temporaryFolder({
    "api.yaml": PING_DOCUMENT,
    "gatewright.config.mjs": CONFIG,
    "function.mjs": FUNCTION,
    "text.mjs": 'export const text = "one";',
    ...files,
  });
  server = await startDev({
    cwd: folder.path,
    port: 0,
    controlPort: 0,
    env: {},
    onEvent: (event) => {
      events.push(event);
      for (const listen of listeners) listen(event);
    },
  });
  return server;
}

/** Without a connection that stays open, which would outlive the server. */
function fetchText(
  url: string,
): Promise<{ readonly status: number | undefined; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() });
      });
    });
    request.on("error", reject);
  });
}
async function textOf(path: string): Promise<unknown> {
  const { text } = await fetchText(`${server?.url}${path}`);
  return JSON.parse(text).text;
}

// A whole stack starts and stops in each test: seconds on a machine that has other things to do.
describe("startDev", { timeout: 60_000 }, () => {
  it("answers through the generated definition, with the environment of the function", async () => {
    const { url, referenceUrl } = await start();
    const { status, text } = await fetchText(`${url}/pulse`);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ text: "one", resource: "/pulse", greeting: "good day" });
    expect((await fetchText(`${url}/nowhere`)).status).toBe(404);
    expect((await fetchText(referenceUrl)).status).toBe(200);
    expect(await folder.list("generated")).toContain("openapi.json");
  });

  it("takes over a changed handler and what it imports", async () => {
    await start();
    const reloaded = nextEvent("reloaded");
    await folder.write("text.mjs", 'export const text = "two";');
    expect((await reloaded).text).toMatch(/^text\.mjs: taken over in \d+ ms\n$/);
    expect(await textOf("/pulse")).toBe("two");
  });

  it("takes over a changed document, and writes its output", async () => {
    const { url } = await start();
    const reloaded = nextEvent("reloaded");
    await folder.write("api.yaml", PING_DOCUMENT.replace("/pulse:", "/heartbeat:"));
    await reloaded;
    expect(await textOf("/heartbeat")).toBe("one");
    expect((await fetchText(`${url}/pulse`)).status).toBe(404);
    expect(await folder.read("generated/openapi.json")).toContain("/heartbeat");
  });

  it("takes a change over once although it rewrites generated files that the handler imports", async () => {
    await start({
      "function.mjs": `import document from "./generated/openapi.json";\n${FUNCTION.replace("text,", "text: document.info.version,")}`,
    });
    for (const [name, text] of [
      ["api.yaml", PING_DOCUMENT.replace("version: 1.0.0", "version: 2.0.0")],
      ["text.mjs", 'export const text = "two";'],
    ] as const) {
      const reloaded = nextEvent("reloaded");
      await folder.write(name, text);
      await reloaded;
    }
    expect(await textOf("/pulse")).toBe("2.0.0");
    const reloads = events.filter(({ kind }) => kind === "reloaded").map(({ text }) => text);
    expect(reloads.map((text) => text.split(":")[0])).toEqual(["api.yaml", "text.mjs"]);
  });

  it("takes over a changed config", async () => {
    const { url } = await start();
    const reloaded = nextEvent("reloaded");
    await folder.write("gatewright.config.mjs", CONFIG.replace("good day", "good night"));
    await reloaded;
    expect(JSON.parse((await fetchText(`${url}/pulse`)).text).greeting).toBe("good night");
  });

  it.each([
    [
      "a document with an error",
      "api.yaml",
      PING_DOCUMENT.replace("object", "objekt"),
      /^api\.yaml:16:23 error GW1/,
    ],
    [
      "a handler that does not parse",
      "function.mjs",
      "export const handler = (",
      /^function\.mjs:1:\d+ error GW3005 /,
    ],
    [
      "a handler that throws while it loads",
      "text.mjs",
      'throw new TypeError("no text");',
      /TypeError: no text/,
    ],
    [
      "an import of a file that is not there",
      "function.mjs",
      'import "./new.mjs";\n',
      /^function\.mjs:1:8 error GW3005 /,
    ],
    [
      "a config with an unknown key",
      "gatewright.config.mjs",
      CONFIG.replace("outputs", "outptus"),
      /GW4004/,
    ],
  ])("goes on with the version before after %s, and recovers", async (_, name, text, complaint) => {
    await start();
    const refused = nextEvent("refused");
    const before = await folder.read(name);
    await folder.write(name, text);
    expect((await refused).text).toMatch(complaint);
    expect(await textOf("/pulse")).toBe("one");

    const reloaded = nextEvent("reloaded");
    await folder.write(name, `${before}\n`);
    await reloaded;
    expect(await textOf("/pulse")).toBe("one");
  });

  it("takes over when a file that was missing is written", async () => {
    await start();
    const refused = nextEvent("refused");
    await folder.write("function.mjs", `import "./new.mjs";\n${FUNCTION}`);
    await refused;
    const reloaded = nextEvent("reloaded");
    await folder.write("new.mjs", "export {};\n");
    await reloaded;
    expect(await textOf("/pulse")).toBe("one");
  });

  it("does not start from a document with errors, and leaves nothing running", async () => {
    await expect(start({ "api.yaml": PING_DOCUMENT.replace("object", "objekt") })).rejects.toThrow(
      /error GW1/,
    );
  });

  it("says which function has no entry", async () => {
    await expect(
      start({ "gatewright.config.mjs": CONFIG.replace('entry: "function.mjs",', "") }),
    ).rejects.toThrow("GW4009");
  });

  it("never moves a port that was named, and says that it is taken", async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    await expect(
      startDev({
        cwd: folder.path,
        port,
        controlPort: 0,
        env: {},
        dataDir: join(folder.path, "other"),
      }),
    ).rejects.toThrow(`port ${port}`);
    await expect(
      startDev({ cwd: folder.path, controlPort: 0, env: { GATEWRIGHT_PORT: String(port) } }),
    ).rejects.toThrow(`port ${port}`);
  });

  it("refuses a port in the environment that is none", async () => {
    await expect(
      start().then(() => startDev({ cwd: folder.path, env: { GATEWRIGHT_PORT: "80x" } })),
    ).rejects.toThrow('GATEWRIGHT_PORT must be a port from 0 to 65535, found "80x"');
  });

  it("puts the environment back and removes its builds when it closes", async () => {
    await start();
    await server?.close();
    server = undefined;
    expect(process.env.GREETING_TEST).toBeUndefined();
    expect(await folder.list(".gatewright/build")).toEqual([]);
  });
});
