import { readFileSync } from "node:fs";
import { mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { generate } from "@gatewright/compiler";
import type { JsonObject, Resources } from "@gatewright/contract";
import { startLocal } from "@gatewright/local";
import type { Lambda, LambdaOptions } from "@gatewright/server";
import { byPath } from "@gatewright/server";
import type { HttpHandler } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** A file that was generated just now; the generator promises that it holds this. */
function read<Content>(path: string): Content {
  return JSON.parse(readFileSync(path, "utf8")) as Content;
}

const document = (name: string) => `openapi: 3.1.0
info: { title: Files, version: "1" }
paths:
  /files/{path+}:
    parameters:
      - { name: ${name}, in: path, required: true, schema: { type: string, maxLength: 20 } }
    get:
      operationId: getFile
      security: []
      responses:
        "200":
          description: A file
          content:
            application/json:
              schema: { type: object, required: [path], properties: { path: { type: string } } }
        "400": { description: Refused }
  /files/latest:
    get:
      operationId: getLatest
      security: []
      responses: { "204": { description: Nothing } }
`;

interface Input {
  readonly path: { readonly path: string };
}
interface Context {
  // Whatever the runtime's and the mocks' own answers are.
  readonly reply: (status: number, body?: unknown) => never;
}
const handlers = {
  getFile: async ({ path }: Input, { reply }: Context) => reply(200, { path: path.path }),
  getLatest: async (_: object, { reply }: Context) => reply(204),
};

describe.each(["path+", "path"])("/files/{path+} with a parameter named %s", (name) => {
  let dir: string;
  let createHandler: (options: LambdaOptions<object, object>) => Lambda;
  let mockFiles: (overrides: object, options: object) => HttpHandler[];
  let createFiles: (options: object) => Record<string, (input: object) => Promise<unknown>>;

  beforeAll(async () => {
    dir = await realpath(await mkdtemp(join(tmpdir(), "gatewright-greedy-")));
    await symlink(
      fileURLToPath(new URL("../node_modules", import.meta.url)),
      `${dir}/node_modules`,
    );
    await writeFile(join(dir, "api.yaml"), document(name));
    const { outcome, diagnostics } = await generate({
      apis: [
        {
          entry: join(dir, "api.yaml"),
          root: dir,
          projectRoot: dir,
          settings: {},
          targets: ["rest-api", "http-api"],
          outputs: [
            {
              dir: join(dir, "generated"),
              emit: ["server", "mocks", "client", "rest-api", "http-api", "resources"],
            },
          ],
        },
      ],
      workingDirectory: dir,
    });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(outcome).toBe("written");
    const load = (file: string) =>
      import(/* @vite-ignore */ pathToFileURL(join(dir, "generated", file)).href);
    ({ createHandler } = await load("server.ts"));
    ({ mockFiles } = await load("mocks.ts"));
    ({ createFiles } = await load("client/index.ts"));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  const functionOf = (options: Partial<LambdaOptions<object, object>> = {}) =>
    createHandler({ handlers, services: () => ({}), log: null, ...options });

  const restEvent = (path: string, more: object = {}) => ({
    resource: "/files/{path+}",
    httpMethod: "GET",
    path: `/files/${path}`,
    pathParameters: { path },
    requestContext: { requestId: "r" },
    ...more,
  });
  const httpEvent = (path: string) => ({
    version: "2.0",
    routeKey: "GET /files/{path+}",
    rawPath: `/files/${path}`,
    pathParameters: { path },
    requestContext: { http: { method: "GET" }, requestId: "r", stage: "$default" },
  });

  it.each([undefined, byPath])("is served behind a REST API and an HTTP API", async (routing) => {
    const handler = functionOf(routing && { routing });
    for (const [event, path] of [
      [restEvent("a/b"), "a/b"],
      [restEvent("a/b%20c/d%2Fe"), "a/b c/d/e"],
      [httpEvent("a/b c"), "a/b c"],
    ]) {
      const { statusCode, body } = await handler(event);
      expect([statusCode, JSON.parse(body)]).toEqual([200, { path }]);
    }
    expect(await handler(restEvent("a/b/".repeat(9)))).toMatchObject({ statusCode: 400 });
  });

  it("is found by its place where a definition has another name for the variable", async () => {
    const event = { ...restEvent(""), resource: "/files/{rest+}", pathParameters: { rest: "a/b" } };
    expect(JSON.parse((await functionOf()(event)).body)).toEqual({ path: "a/b" });
  });

  it("answers 404 to a method that the path does not have", async () => {
    const event = restEvent("a", { httpMethod: "PUT" });
    expect(await functionOf()(event)).toMatchObject({ statusCode: 404 });
    await expect(functionOf()({ ...event, resource: "/{proxy+}" })).rejects.toThrow(/routing/);
  });

  it("leaves a more concrete path what is its own behind a catch-all", async () => {
    const event = restEvent("latest", { pathParameters: { path: "latest" } });
    expect(await functionOf({ routing: byPath })(event)).toMatchObject({ statusCode: 204 });
  });

  const targets: readonly [path: string, status: number, decoded?: string][] = [
    ["/files/a", 200, "a"],
    ["/files/a/b", 200, "a/b"],
    ["/files/a/b/", 200, "a/b"],
    ["/files/a/b%20c/d%2Fe", 200, "a/b c/d/e"],
    ["/files/latest", 204],
    ["/files/latest/a", 200, "latest/a"],
    ["/files/abcdefghij/abcdefghij", 400],
    ["/files/", 404],
  ];

  it("is served by the local gateway", async () => {
    const definition = read<JsonObject>(join(dir, "generated/rest-api.json"));
    const resources = read<Resources>(join(dir, "generated/resources.json"));
    const handler = functionOf();
    const local = await startLocal({
      definition,
      resources,
      functions: { files: async () => handler },
      port: 0,
    });
    try {
      for (const [path, status, decoded] of targets) {
        const response = await fetch(`http://127.0.0.1:${local.port}${path}`);
        const text = await response.text();
        expect([path, response.status]).toEqual([path, status]);
        if (decoded !== undefined) expect(JSON.parse(text)).toEqual({ path: decoded });
      }
    } finally {
      await local.close();
    }
  });

  it("is mocked", async () => {
    const baseUrl = "http://mocked.example";
    const server = setupServer(...mockFiles(handlers, { baseUrl, report: () => {} }));
    server.listen();
    try {
      for (const [path, status, decoded] of targets) {
        if (status === 404) continue;
        const response = await fetch(`${baseUrl}${path}`);
        const text = await response.text();
        expect([path, response.status]).toEqual([path, status]);
        if (decoded !== undefined) expect(JSON.parse(text)).toEqual({ path: decoded });
      }
    } finally {
      server.close();
    }
  });

  it("is called by the SDK with its slashes, each segment encoded", async () => {
    const urls: string[] = [];
    const client = createFiles({
      baseUrl: "http://files.example",
      fetch: async (request: Request) => {
        urls.push(request.url);
        return Response.json({ path: "" });
      },
    });
    await client.getFile?.({ path: { path: "a/b c/d?e" } });
    expect(urls).toEqual(["http://files.example/files/a/b%20c/d%3Fe"]);
    for (const path of ["", "a/../b", "/a", "a/"]) {
      await expect(client.getFile?.({ path: { path } })).rejects.toThrow(/path/);
    }
    expect(urls).toHaveLength(1);
  });
});
