import { createServer, type Server } from "node:http";
import { afterEach, expect, it } from "vitest";
import { choosePort, freePort, listen, stopServer } from "./listen.js";

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(stopServer));
});

async function occupy(): Promise<number> {
  const server = createServer();
  servers.push(server);
  await listen(server, 0, "127.0.0.1");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

it("moves a default port that is taken to a free one, and says so", async () => {
  const taken = await occupy();
  const choice = await choosePort({ preferred: taken, isExplicit: false });
  expect(choice.hasMoved).toBe(true);
  expect(choice.port).toBeGreaterThan(taken);
  expect(choice.message).toBe(`Port ${taken} is taken; using ${choice.port} instead.`);
});

it("never moves a port that the user named", async () => {
  const taken = await occupy();
  await expect(choosePort({ preferred: taken, isExplicit: true })).rejects.toMatchObject({
    code: "GW6010",
    findings: [{ message: `port ${taken} on 127.0.0.1 is in use by another process` }],
  });
});

it("takes a free port as it is, unless it is spoken for", async () => {
  const port = await freePort();
  expect(await choosePort({ preferred: port, isExplicit: false })).toEqual({
    port,
    hasMoved: false,
    message: null,
  });
  const other = await choosePort({ preferred: port, isExplicit: false, except: [port] });
  expect(other.port).not.toBe(port);
});
