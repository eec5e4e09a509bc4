import { chmod, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readSigningKey } from "./signing-key.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gatewright-key-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it.skipIf(process.platform === "win32")("makes a key that its owner alone can read", async () => {
  const keyFile = join(folder, "state", "key.json");
  await readSigningKey(keyFile);
  expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, "state"))).mode & 0o777).toBe(0o700);
});

it("ends up with one key, and no draft, when several make it at the same time", async () => {
  const keyFile = join(folder, "key.json");
  const keys = await Promise.all(Array.from({ length: 8 }, () => readSigningKey(keyFile)));
  expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
  expect(await readdir(folder)).toEqual(["key.json"]);
});

it.skipIf(process.platform === "win32")("takes away rights that others were given", async () => {
  const keyFile = join(folder, "key.json");
  const { kid } = await readSigningKey(keyFile);
  await chmod(keyFile, 0o644);
  expect((await readSigningKey(keyFile)).kid).toBe(kid);
  expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
});

it.each(["", "{}", "not json", '{"kty":"RSA","n":"x"}'])(
  "refuses a file that holds %j",
  async (text) => {
    const keyFile = join(folder, "key.json");
    await writeFile(keyFile, text);
    await expect(readSigningKey(keyFile)).rejects.toMatchObject({ code: "GW6040" });
  },
);
