import { mkdtemp, rm } from "node:fs/promises";
import { request as send } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject, Resources } from "@gatewright/contract";
import {
  applyEnvironment,
  type Handler,
  mintToken,
  RequestLog,
  startControl,
  startLocal,
} from "@gatewright/local";
import { createAuthorizer } from "@gatewright/server/authorizer";
import type { RawRequest } from "../../events/raw-request.js";
import { type Answer, readAnswer } from "../answer.js";
import type { World } from "../world.js";
import { functionOn } from "./function.js";
import { readGenerated } from "./generated-file.js";

/** A generated definition in the local gateway, with the real authorizer; the function stands on the world of each request. */
export interface Gateway {
  ask(world: World, request: RawRequest): Promise<Answer>;
  /** A token that the authorizer accepts. */
  token(scopes: string): Promise<string>;
  close(): Promise<void>;
}

export async function startGateway(
  definition = readGenerated<JsonObject>("rest-api.json"),
): Promise<Gateway> {
  const folder = await mkdtemp(join(tmpdir(), "gatewright-parity-"));
  const keyFile = join(folder, "token-key.json");
  const control = await startControl({
    port: 0,
    apiUrl: "http://127.0.0.1",
    document: readGenerated<JsonObject>("openapi.json"),
    requests: new RequestLog(),
    keyFile,
  });
  const { issuer, audience, jwksUri } = control.issuer;
  const restore = applyEnvironment({
    JWT_ISSUER: issuer,
    JWT_AUDIENCE: audience,
    JWT_JWKS_URI: jwksUri,
  });
  let world: World | undefined;
  const whiteboard: Handler = (event: object) =>
    world ? functionOn(world)(event) : Promise.reject(new TypeError("no world"));
  const authorizer = createAuthorizer({ log: () => {} });
  const local = await startLocal({
    definition,
    resources: readGenerated<Resources>("resources.json"),
    functions: {
      whiteboard: async () => whiteboard,
      "whiteboard-authorizer": async () => (event: object) => authorizer(event),
    },
    port: 0,
  });
  return {
    ask(given, request) {
      world = given;
      return exchange(local.port, request);
    },
    token: (scopes) => mintToken({ keyFile, scopes: scopes.split(" "), subject: "somebody" }),
    async close() {
      await local.close();
      await control.close();
      restore();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Sends the target as it is: `fetch` would tidy up `..` and encode what is not encoded. */
function exchange(port: number, { method, target, headers, body }: RawRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = send({
      host: "127.0.0.1",
      port,
      method,
      path: target,
      headers: Object.fromEntries([
        ...headers,
        ...(body === null ? [] : [["content-length", String(Buffer.byteLength(body))] as const]),
      ]),
    });
    outgoing.on("error", reject).on("response", (incoming) => {
      const chunks: Buffer[] = [];
      incoming
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .on("error", reject)
        .on("end", () => {
          const pairs = Object.entries(incoming.headers).map(([name, value]) => [
            name,
            String(value),
          ]);
          const text = Buffer.concat(chunks).toString("utf8");
          resolve(readAnswer(incoming.statusCode ?? 0, Object.fromEntries(pairs), text));
        });
    });
    outgoing.end(body ?? undefined);
  });
}
