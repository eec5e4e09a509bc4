import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isRunning, listenersOf } from "./process-tree.js";
import { endAll, start, untilGone } from "./started.js";

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "whiteboard-start-"));
});
afterEach(endAll);
afterAll(() => rm(data, { recursive: true, force: true }));

const anyPorts = ["--port", "0", "--page-port", "0", "--control-port", "0"];

async function startWhiteboard() {
  const whiteboard = start("start.mjs", [...anyPorts, "--data", data]);
  const api = await whiteboard.shown(/API +(http:\S+)/);
  const page = await whiteboard.shown(/page +(http:\S+)/);
  const reference = await whiteboard.shown(/reference +(http:\S+)/);
  await whiteboard.shown(/(--scope users:read\))/);
  return { ...whiteboard, api, page, reference };
}

function post(api: string, text: string): Promise<Response> {
  return fetch(`${api}/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ author: "Ada", text }),
  });
}

describe.runIf(process.platform === "linux")("npm start", () => {
  it("serves page, API and reference on this machine only, and keeps what it has confirmed when it is killed", async () => {
    const first = await startWhiteboard();
    const tree = first.tree();
    expect(tree.length).toBeGreaterThan(2);
    const addresses = listenersOf(tree);
    expect(addresses.filter((address) => !address.startsWith("127.0.0.1:"))).toEqual([]);
    for (const url of [first.api, first.page, first.reference]) {
      expect(addresses).toContain(new URL(url).host);
    }
    expect(await (await fetch(first.page)).text()).toMatch(/<!doctype html>/i);
    expect((await fetch(first.reference)).status).toBe(200);
    expect((await post(first.api, "Kept")).status).toBe(201);
    process.kill(first.pid, "SIGKILL");
    await untilGone(tree);

    const second = await startWhiteboard();
    const { messages } = await (await fetch(`${second.api}/messages`)).json();
    expect(messages).toMatchObject([{ author: "Ada", text: "Kept" }]);
    expect(await tokenStatuses(second.api)).toEqual([401, 200, 403]);

    // What a terminal does at Ctrl-C: everybody in the foreground gets the signal.
    const below = second.tree();
    process.kill(-second.pid, "SIGINT");
    expect(await second.ended).toBe(0);
    await untilGone(below);
    expect(below.filter(isRunning)).toEqual([]);
  });

  it("says that a port it was told to use is taken, and ends with 2", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    // A TCP server that listens has an address of this kind.
    const { port } = other.address() as AddressInfo;
    const free = ["--data", join(data, "other")];
    const runs = [
      ["--port", String(port), "--page-port", "0", "--control-port", "0"],
      ["--port", "0", "--page-port", String(port), "--control-port", "0"],
      ["--port", "0", "--page-port", "0", "--control-port", String(port)],
    ];
    for (const args of runs) {
      const refused = start("start.mjs", [...args, ...free]);
      const tree = refused.tree();
      expect(await refused.ended, args.join(" ")).toBe(2);
      const { stderr } = refused.output();
      expect(stderr).toContain(String(port));
      expect(stderr).toMatch(/taken|in use/);
      expect(stderr).not.toMatch(/^\s+at /m);
      await untilGone(tree);
    }
    await new Promise((resolve) => other.close(resolve));
  });

  it("names an option that it does not know, and ends with 2", async () => {
    const refused = start("start.mjs", ["--prot", "1"]);
    expect(await refused.ended).toBe(2);
    const { stderr } = refused.output();
    expect(stderr).toContain("--prot");
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

/** Statuses of `GET /users` without a token, with the right scope and with another. */
async function tokenStatuses(api: string): Promise<readonly number[]> {
  const statuses = [(await fetch(`${api}/users`)).status];
  for (const scope of ["users:read users:write", "messages:moderate"]) {
    const script = start("token.mjs", ["--scope", scope]);
    expect(await script.ended).toBe(0);
    const { stdout } = script.output();
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const headers = { authorization: `Bearer ${stdout.trim()}` };
    statuses.push((await fetch(`${api}/users`, { headers })).status);
  }
  return statuses;
}
