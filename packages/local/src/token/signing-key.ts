import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { chmod, copyFile, link, mkdir, readFile, stat, unlink, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { JWK } from "jose";
import { isMembers } from "../definition/definition-reader.js";
import { LocalError } from "../local-error.js";

/** Algorithm of local tokens. */
export const SIGNING_ALGORITHM = "ES256";

/** A private key as a JWK, with its id. */
export interface SigningKey extends JWK {
  readonly kid: string;
}

/**
 * The key that signs local tokens. It is made on first use, readable by its owner alone; two processes that make it at the
 * same time end up with the same one. Throws a `LocalError` when the file holds something else.
 */
export async function readSigningKey(keyFile: string): Promise<SigningKey> {
  const text = (await readIfThere(keyFile)) ?? (await createKeyFile(keyFile));
  const key = parseKey(text);
  if (key === null) {
    throw new LocalError([{ code: "GW6040", message: `${keyFile} holds no signing key` }]);
  }
  return key;
}

/** The public half, as it stands in a JWKS. */
export function publicKeyOf({ kty, crv, x, y, kid }: SigningKey): JWK {
  return {
    kty: kty ?? "EC",
    crv: crv ?? "",
    x: x ?? "",
    y: y ?? "",
    kid,
    use: "sig",
    alg: SIGNING_ALGORITHM,
  };
}

async function readIfThere(keyFile: string): Promise<string | null> {
  try {
    const { mode } = await stat(keyFile);
    // Somebody has widened the rights, for example by copying the folder.
    if (process.platform !== "win32" && (mode & 0o077) !== 0) await chmod(keyFile, 0o600);
    return await readFile(keyFile, "utf8");
  } catch (cause) {
    if (isMembers(cause) && cause.code === "ENOENT") return null;
    const message = `${keyFile} cannot be read`;
    throw new LocalError([{ code: "GW6040", message }], { cause });
  }
}

async function createKeyFile(keyFile: string): Promise<string> {
  const { calculateJwkThumbprint, exportJWK, generateKeyPair } = await import("jose");
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const text = `${JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk) })}\n`;
  await mkdir(dirname(keyFile), { recursive: true, mode: 0o700 });
  const draft = `${keyFile}.${randomBytes(6).toString("hex")}`;
  await writeFile(draft, text, { flag: "wx", mode: 0o600 });
  try {
    // A link appears with its content, and never replaces a file that is there.
    await link(draft, keyFile).catch(async (error: unknown) => {
      if (isMembers(error) && error.code === "EEXIST") throw error;
      await copyFile(draft, keyFile, constants.COPYFILE_EXCL);
    });
    return text;
  } catch (error) {
    if (isMembers(error) && error.code === "EEXIST") return await readFile(keyFile, "utf8");
    throw error;
  } finally {
    await unlink(draft);
  }
}

function parseKey(text: string): SigningKey | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!isMembers(value)) return null;
    const { kty, crv, x, y, d, kid } = value;
    if (kty !== "EC" || crv !== "P-256") return null;
    if (![x, y, d, kid].every((part) => typeof part === "string")) return null;
    return { kty, crv, x: String(x), y: String(y), d: String(d), kid: String(kid) };
  } catch {
    return null;
  }
}
