import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { handler } from "./function.js";

/**
 * An event of a REST API. Shape: API Gateway Developer Guide, "Lambda proxy integrations in API Gateway",
 * input format.
 */
function postEvent(body: string) {
  return {
    resource: "/messages",
    path: "/messages",
    httpMethod: "POST",
    headers: { "content-type": "application/json" },
    multiValueHeaders: { "content-type": ["application/json"] },
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    requestContext: { requestId: "request-1", resourcePath: "/messages", httpMethod: "POST" },
    body,
    isBase64Encoded: false,
  };
}

let log: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  vi.stubEnv("TABLE_NAME", "");
  log = vi.spyOn(console, "log").mockReturnValue(undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("the function", () => {
  it("refuses a message without a text before it needs a store", async () => {
    const { statusCode, headers = {}, body = "" } = await handler(postEvent('{"author":"Ada"}'));
    expect(statusCode).toBe(400);
    expect(headers["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(body)).toMatchObject({
      status: 400,
      requestId: "request-1",
      errors: [{ pointer: "/text", detail: "is required" }],
    });
  });

  it("does not tell a caller that its table is not configured, but the log", async () => {
    const { statusCode, body } = await handler(postEvent('{"author":"Ada","text":"Hello"}'));
    expect(statusCode).toBe(500);
    expect(body).not.toContain("TABLE_NAME");
    expect(JSON.stringify(log.mock.calls)).toContain("TABLE_NAME");
  });
});

/** Sources that the bundle loads before the first request: those behind `import()` are not among them. */
async function startInputs(): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL("./function.ts", import.meta.url))],
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    outdir: "out",
    conditions: ["@gatewright/source", "module"],
    mainFields: ["module", "main"],
    define: { "process.env.NODE_ENV": '"production"' },
    minifySyntax: true,
    logLevel: "silent",
  });
  const seen = new Set(["out/function.js"]);
  for (const name of seen) {
    for (const { path, kind, external } of metafile.outputs[name]?.imports ?? []) {
      if (kind === "import-statement" && !external) seen.add(path);
    }
  }
  return [...seen].flatMap((name) =>
    Object.entries(metafile.outputs[name]?.inputs ?? {})
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
}

describe("what is loaded at a cold start", () => {
  it("is neither the AWS SDK, nor ajv, nor a parser of documents", async () => {
    const inputs = await startInputs();
    expect(inputs.some((path) => path.endsWith("handlers/messages.ts"))).toBe(true);
    expect(inputs.filter((path) => /@aws-sdk|@smithy|\bajv\b|\byaml\b/.test(path))).toEqual([]);
  });
});
