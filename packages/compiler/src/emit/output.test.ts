import { describe, expect, it, vi } from "vitest";
import { clientEmitter } from "./client/client.js";
import type { EmittedFile } from "./emitter.js";
import { mocksEmitter } from "./mocks/mocks.js";
import { operationsEmitter } from "./operations/operations.js";
import { serverEmitter } from "./server.js";
import { typeErrors } from "./testing/check-types.js";
import { HOSTILE, hostileContract } from "./testing/hostile-contract.js";
import { richContract } from "./testing/rich-contract.js";
import { runOutput } from "./testing/run-output.js";
import { sampleContract } from "./testing/sample-contract.js";
import { sampleInput } from "./testing/sample-settings.js";
import { validatorsEmitter } from "./validators/validators.js";

// A TypeScript program reads the DOM's declarations first, on a busy machine for seconds.
vi.setConfig({ testTimeout: 60_000 });

const emitters = [operationsEmitter, validatorsEmitter, serverEmitter, clientEmitter, mocksEmitter];

const CLIENT_NAMES = [
  ..."ApiError ClientError NetworkError RequestError TimeoutError UnexpectedResponseError".split(
    " ",
  ),
  ..."apiKey bodyByMediaType createClient jsonBody textBody binaryBody writeRequest".split(" "),
];

async function emitAll(contract = richContract): Promise<readonly EmittedFile[]> {
  const files = await Promise.all(emitters.map((emitter) => emitter.emit(contract, sampleInput)));
  return files.flat();
}

describe("the output of all emitters", () => {
  it("is TypeScript at its strictest, and its types keep their promises", async () => {
    const tests = {
      "handlers.ts": `import { createHandler, createInvoke, type Handlers } from "./server.js";

const message = { id: "1", text: "a" };
declare const wide: typeof message & { readonly partition: string };

export const handlers: Handlers = {
  async listMessages({ query }, { reply }) {
    const limit: number = query.limit;
    const author: string | undefined = query.filter?.author;
    if (author === undefined) return reply(503, { title: \`\${limit}\` });
    // @ts-expect-error 200 is a page
    reply(200, message);
    // @ts-expect-error an undeclared property inside of a list
    reply(200, { messages: [wide] });
    // @ts-expect-error default does not stand for 2xx beside a declared 200
    reply(202, { title: "" });
    return reply(200, { messages: [message] });
  },
  async postMessage({ body, headers }, { reply }) {
    // @ts-expect-error what is readOnly is not sent
    body.id;
    const key: string | undefined = headers["idempotency-key"];
    // @ts-expect-error a required header is missing
    reply(201, message);
    // @ts-expect-error what is writeOnly is not answered
    reply(201, { ...message, secret: "s" }, { location: "/" });
    if (key) return reply(429, { title: body.secret ?? "" });
    return reply(201, { ...message, text: body.text }, { location: "/", "x-count": 1 });
  },
  async delete({ path, cookies }, { reply }) {
    const text: string = path.messageId + cookies.session;
    // @ts-expect-error 204 has no body
    reply(204, text);
    return reply(204);
  },
  async upload({ body }, { reply }) {
    if (body.mediaType === "image/*") return reply(200, { mediaType: "image/png", body: body.body });
    // @ts-expect-error no such text is declared
    reply(200, { mediaType: "text/plain", body: "c" });
    const text: string = body.mediaType === "text/csv" ? body.body : body.body.method ?? "";
    return reply(200, { mediaType: "text/plain", body: text === "" ? "a" : "b" });
  },
  async uploadForm({ body }, { reply }) {
    const bytes: Uint8Array = body.file;
    const list: readonly Uint8Array[] | undefined = body.more;
    const exact: number | undefined = body.about?.exact;
    return reply(303, undefined, { location: \`\${bytes.length}\${list}\${exact}\` });
  },
  getHealth: async (_, { reply }) => reply(204),
  silent: async (_, { reply }) => reply(299),
};

createHandler({ handlers, services: () => ({}) });
const invoke = createInvoke({ handlers, services: () => ({}) });
export async function invokes(): Promise<string> {
  const empty = await invoke("getHealth");
  const page = await invoke("listMessages", { query: { limit: 3 } });
  // @ts-expect-error the body is missing
  await invoke("postMessage", {});
  return \`\${empty.status}\${page.status === 200 ? page.body.messages.length : page.body.title}\`;
}
`,
      "caller.ts": `import { ApiError, createSample, pickSample, postMessage, type ApiErrorSchema, type MessageInput, type Sample, type SampleSchema } from "./client/index.js";

export async function calls(sample: Sample): Promise<void> {
  await sample.getHealth();
  // @ts-expect-error nothing is taken
  await sample.getHealth({ query: { a: 1 } });
  const page = await sample.listMessages({ query: { limit: 3 } });
  if (page.status === 200) page.body.messages[0]?.id.length;
  else page.body.title;
  const whole = await sample.listMessages.orThrow();
  whole.messages;
  const posted = await sample.postMessage({ body: { text: "a", secret: "s" } });
  if (posted.status === 201) posted.headers.location.length;
  // @ts-expect-error what is readOnly is not sent
  await sample.postMessage({ body: { text: "a", id: "1" } });
  await sample.delete({ path: { messageId: "1" }, cookies: { session: "x" } });
  await sample.upload({ body: { mediaType: "image/*", body: new Blob([]) } });
  const image = await sample.upload({ body: { mediaType: "text/csv", body: "a,b" } });
  const bytes: Blob | "a" | "b" = image.body.body;
  await sample.uploadForm({ body: { file: new Blob([]), about: { exact: bytes instanceof Blob ? 1 : 2 } } });
}
export const failure = new ApiError("x", { status: 400, headers: {}, body: null });
export const error: ApiErrorSchema = { title: "" };
export const input: MessageInput = { text: "" };
export const flag: SampleSchema = true;
export const all: Sample = createSample({ baseUrl: "" });
export const picked = pickSample({ postMessage }, { baseUrl: "" });
// @ts-expect-error it was not picked
picked.listMessages;
`,
      "mocked.ts": `import { mockSample } from "./mocks.js";

mockSample({
  listMessages: ({ query }, { reply }) => reply(200, { messages: [], next: \`\${query.limit}\` }),
  // @ts-expect-error 418 is not declared
  getHealth: (_, { reply }) => reply(418),
});
`,
    };
    expect(typeErrors(await emitAll(), tests)).toEqual([]);
  });

  it("is TypeScript where an optional property may be given as undefined", async () => {
    const labels = {
      type: "object",
      properties: { main: { type: "string" } },
      additionalProperties: { type: "number" },
    };
    const { schemas } = sampleContract([], { Labels: labels });
    const contract = { ...richContract, schemas: [...richContract.schemas, ...schemas] };
    const tests = {
      "labels.ts":
        'import type { Labels } from "./schemas.js";\nexport const labels: Labels = { main: undefined, a: 1 };\n',
    };
    const loose = { exactOptionalPropertyTypes: false };
    expect(typeErrors(await emitAll(contract), tests, loose)).toEqual([]);
  });

  it("is TypeScript for a contract without operations", async () => {
    expect(typeErrors(await emitAll(sampleContract([])))).toEqual([]);
  });

  it("keeps every text of a hostile document a text", async () => {
    const files = await emitAll(hostileContract);
    const tests = {
      // The directive in the document's texts would switch this error off.
      "test.ts":
        'import type { HostileInput } from "./operations/globalthis.js";\nexport type Missing = HostileInput["missing"];\n',
    };
    const folder = files.map(({ path }) => path).find((path) => path.startsWith("operations/"));
    const test = tests["test.ts"].replace("globalthis", folder?.slice(11, -5) ?? "");
    const errors = typeErrors(files, { "test.ts": test });
    expect(errors).toEqual(["test.ts:2 Property 'missing' does not exist on type 'HostileInput'."]);
    const runtime = {
      "@gatewright/client": `export const ${CLIENT_NAMES.join(" = () => ({}), ")} = () => ({});`,
      "@gatewright/mock": "export const createMocks = (...given) => given;",
    };
    const entry = `import { createSample } from "./client/index.js";
import { mockSample } from "./mocks.js";
import { operations } from "./operations.js";
export const rows = operations;
export const mocks = mockSample();
export const sdk = createSample({ baseUrl: "" });`;
    const { rows, mocks } = await runOutput(files, entry, runtime);
    expect(Reflect.has(globalThis, "ran")).toBe(false);
    expect(Object(rows).hostile).toMatchObject({ id: HOSTILE, path: `/${HOSTILE}/{${HOSTILE}}` });
    const [api] = Object(mocks);
    expect(api.responses.hostile[200].content["application/json"].examples).toEqual([
      { [HOSTILE]: HOSTILE },
    ]);
    const validate = api.requestValidators.hostile.parameters;
    const query = JSON.parse(`{ "__proto__": ${JSON.stringify(HOSTILE)} }`);
    expect(validate({ path: { [HOSTILE]: "a" }, query, headers: {} })).toBe(true);
    expect(validate({ path: { [HOSTILE]: "a" }, query: {}, headers: {} })).toBe(false);
  });

  it("is the same twice", async () => {
    expect(await emitAll()).toEqual(await emitAll());
  });

  it("ends its lines with \\n, its files with one, and says whence it comes", async () => {
    for (const { path, text } of await emitAll()) {
      expect(text, path).not.toMatch(/\r|\n\n$/);
      expect(text, path).toMatch(
        /^\/\/ Generated by Gatewright from Sample 1\.0\.0; do not edit\.\n[\s\S]*\n$/,
      );
    }
  });
});
