import { describe, expect, it } from "vitest";
import { textOf } from "../testing/load-module.js";
import { richContract } from "../testing/rich-contract.js";
import { bundleOutput, runOutput } from "../testing/run-output.js";
import { sampleContract, sampleMedia, sampleOperation } from "../testing/sample-contract.js";
import { sampleInput } from "../testing/sample-settings.js";
import { clientEmitter } from "./client.js";

/** A runtime that shows what generated code gives it. */
const names = "basic bearer readBlob readForm readNothing readText".split(" ");
const makers =
  "apiKey binaryBody bodyByMediaType byMediaType credentials formBody jsonBody multipartBody textBody writeRequest".split(
    " ",
  );
const packages = {
  "@gatewright/client": [
    ...names.map((name) => `export const ${name} = "${name}";`),
    ...makers.map((name) => `export const ${name} = (...given) => ({ ${name}: given });`),
    ..."ApiError ClientError NetworkError RequestError TimeoutError UnexpectedResponseError"
      .split(" ")
      .map((name) => `export class ${name} extends Error {}`),
    "export const createClient = (operations, options) => ({ operations, options });",
  ].join("\n"),
};

async function table(contract = richContract): Promise<Readonly<Record<string, unknown>>> {
  const files = await clientEmitter.emit(contract, sampleInput);
  const entry =
    'import { createSample } from "./client/index.js"; export const made = createSample({ baseUrl: "x" });';
  const { made } = await runOutput(files, entry, packages);
  return Object(made).operations;
}

describe("the SDK", () => {
  it("has one method per operation, by identifier", async () => {
    expect(Object.keys(await table())).toEqual(
      richContract.operations.map(({ identifier }) => identifier),
    );
  });

  it("says of an operation only what is not usual", async () => {
    const { listMessages, postMessage, getHealth } = await table();
    expect(getHealth).toEqual({
      method: "GET",
      path: "/getHealth",
      responses: { 204: "readNothing" },
    });
    expect(listMessages).toMatchObject({ responses: { 200: "json", default: "json" } });
    expect(listMessages).toHaveProperty("write.writeRequest.0.parameters.length", 3);
    expect(postMessage).toEqual({
      method: "POST",
      path: "/messages",
      responses: { 201: "json", 400: "json", "4XX": "json" },
      security: { credentials: ["bearer", { apiKey: ["api key", "header", "X-Api-Key"] }] },
    });
  });

  it("reads and writes bodies by their media types", async () => {
    const { upload, uploadForm } = await table();
    expect(upload).toMatchObject({
      responses: { 200: { byMediaType: [{ "image/*": "readBlob", "text/plain": "readText" }] } },
      write: {
        writeRequest: [
          {
            body: {
              bodyByMediaType: [
                {
                  "application/json": { jsonBody: ["application/json"] },
                  "text/csv": { textBody: ["text/csv"] },
                  "image/*": { binaryBody: ["application/octet-stream"] },
                },
              ],
            },
          },
        ],
      },
    });
    expect(uploadForm).toMatchObject({
      write: { writeRequest: [{ body: { multipartBody: [] }, redirect: "manual" }] },
    });
  });

  it.each(["form", "multipart"] as const)("says how fields of a %s are encoded", async (kind) => {
    const mediaType = kind === "form" ? "application/x-www-form-urlencoded" : "multipart/form-data";
    const list = { type: "array", items: { type: "string" } };
    const properties = { plain: { type: "string" }, meta: { type: "object" }, list, csv: list };
    const encoding = [
      { property: "list", style: "pipeDelimited", explode: false },
      { property: "csv", contentType: "text/csv", style: "form", explode: true },
    ] as const;
    const media = sampleMedia(
      mediaType,
      { type: "object", properties },
      {
        encoding: encoding.map((each) => ({ ...each, allowReserved: false, headers: [] })),
      },
    );
    const contract = sampleContract([
      sampleOperation("send", {
        method: "POST",
        requestBody: { required: true, content: [media], at: "sample.yaml#/body" },
      }),
    ]);
    const fields = {
      list: { style: "pipeDelimited" },
      csv: { contentType: "text/csv" },
    };
    expect(await table(contract)).toMatchObject({
      send: { write: { writeRequest: [{ body: { [`${kind}Body`]: [fields] } }] } },
    });
  });

  it("says the operationId where the method has another name, and sends no fragment", async () => {
    const contract = sampleContract([sampleOperation("get-all", { path: "/all#first" })]);
    expect(await table(contract)).toMatchObject({ get_all: { id: "get-all", path: "/all" } });
  });

  it("leaves out of a bundle what is not picked", async () => {
    const files = await clientEmitter.emit(richContract, sampleInput);
    const entry = `import { getHealth, pickSample } from "./client/index.js";
export const made = pickSample({ getHealth }, { baseUrl: "x" });`;
    const text = await bundleOutput(files, entry, packages);
    expect(text).toContain("/getHealth");
    expect(text).not.toMatch(/\/messages|X-Api-Key|multipart|byMediaType/);
  });

  it("keeps its own names where the document has the same", async () => {
    const operations = [sampleOperation("createSample"), sampleOperation("ApiError")];
    const files = await clientEmitter.emit(
      sampleContract(operations, { Sample: true }),
      sampleInput,
    );
    const index = textOf(files, "client/index.ts");
    expect(index).toContain("createSample as createSampleOperation");
    expect(index).toContain("export type { Sample as SampleSchema }");
    const entry = 'export * from "./client/index.js";';
    expect(Object.keys(await runOutput(files, entry, packages))).toContain("ApiErrorOperation");
  });
});
