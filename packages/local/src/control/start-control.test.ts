import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, expect, it } from "vitest";
import { RequestLog } from "../gateway/request-log.js";
import { mintToken } from "../token/mint-token.js";
import { type Control, startControl } from "./start-control.js";

let folder: string;
let control: Control;
const requests = new RequestLog();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gatewright-control-"));
  control = await startControl({
    port: 0,
    document: {
      openapi: "3.1.0",
      info: { title: "<Board>", version: "1" },
      servers: [{ url: "https://board.example" }],
      paths: {},
    },
    apiUrl: "http://127.0.0.1:4000",
    requests,
    keyFile: join(folder, "key.json"),
  });
});
afterAll(async () => {
  await control.close();
  await rm(folder, { recursive: true, force: true });
});

/** Calls with exactly these headers, as browsers send them. */
function call(path: string, headers: Record<string, string> = {}, method = "GET") {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      const outgoing = request(control.url + path, { method, headers }, (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          body += chunk;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      outgoing.on("error", reject);
      outgoing.end();
    },
  );
}

it("shows the API reference from this machine alone", async () => {
  const { status, headers, body } = await call("/reference");
  expect(status).toBe(200);
  expect(body).toContain("<title>&lt;Board&gt;</title>");
  expect(`${body}${(await call("/reference/start.js")).body}`).not.toMatch(/https?:\/\//);
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["content-security-policy"]).toContain("connect-src 'self' http://127.0.0.1:4000;");
  expect((await call("/reference/swagger-ui-bundle.js")).status).toBe(200);
  expect((await call("/reference/swagger-ui.css")).headers["content-type"]).toBe(
    "text/css; charset=utf-8",
  );
});

it("serves the document with this machine as its server, and another one after a change", async () => {
  expect(JSON.parse((await call("/openapi.json")).body).servers).toEqual([
    { url: "http://127.0.0.1:4000", description: "This machine" },
  ]);
  control.setDocument({ openapi: "3.1.0", info: { title: "Other", version: "1" }, paths: {} });
  expect(JSON.parse((await call("/openapi.json")).body).info.title).toBe("Other");
});

it("serves no other file of the packages it is made of", async () => {
  for (const path of [
    "/reference/index.html",
    "/reference/../package.json",
    "/reference/%2e%2e/package.json",
    "/constructor",
  ]) {
    expect((await call(path)).status).toBe(404);
  }
});

it.each([
  ["a name that points here by DNS", { host: "evil.example" }],
  ["a foreign origin", { origin: "https://evil.example" }],
  ["another local port", { origin: "http://127.0.0.1:3000" }],
  ["an opaque origin", { origin: "null" }],
  ["a cross-site request", { "sec-fetch-site": "cross-site" }],
  ["a cross-site navigation", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }],
  [
    "a request of a page on another local port",
    { "sec-fetch-site": "same-site", "sec-fetch-mode": "cors" },
  ],
])("refuses %s, and never answers with CORS headers", async (_title, headers) => {
  for (const path of ["/requests.json", "/reference", "/.well-known/jwks.json"]) {
    const answer = await call(path, headers);
    expect(answer.status).toBe(403);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  }
});

it.each([
  ["an address typed in", { "sec-fetch-site": "none", "sec-fetch-mode": "navigate" }],
  ["its own pages", { "sec-fetch-site": "same-origin" }],
  [
    "a link from the page on another local port",
    { "sec-fetch-site": "same-site", "sec-fetch-mode": "navigate" },
  ],
])("answers %s", async (_title, headers) => {
  expect((await call("/requests", headers)).status).toBe(200);
});

it("changes nothing and gives out no token", async () => {
  expect((await call("/requests.json", {}, "POST")).status).toBe(405);
  expect((await call("/token")).status).toBe(404);
});

it("publishes the public half of the key by which its tokens are verified", async () => {
  const token = await mintToken({
    keyFile: join(folder, "key.json"),
    scopes: ["users:read", "users:write"],
    subject: "ada",
  });
  const { jwksUri, issuer, audience } = control.issuer;
  const keys = createRemoteJWKSet(new URL(jwksUri));
  const { payload, protectedHeader } = await jwtVerify(token, keys, { issuer, audience });
  expect(payload).toMatchObject({ sub: "ada", scope: "users:read users:write" });
  expect(protectedHeader.alg).toBe("ES256");
  expect((await call("/.well-known/jwks.json")).body).not.toContain('"d"');
  expect(JSON.parse((await call("/.well-known/openid-configuration")).body)).toMatchObject({
    issuer,
    jwks_uri: jwksUri,
  });
});

it("lists the requests, newest first", async () => {
  const record = {
    method: "GET",
    path: "/a",
    resource: "/a",
    status: 200,
    durationMs: 1,
    functionName: "api",
    authorizer: null,
    gatewayResponse: null,
    note: null,
    logs: [],
  };
  for (let time = 1; time <= 201; time += 1) requests.add({ ...record, id: String(time), time });
  const listed = JSON.parse((await call("/requests.json")).body).requests;
  expect([listed.length, listed[0].id, listed[199].id]).toEqual([200, "201", "2"]);
});
