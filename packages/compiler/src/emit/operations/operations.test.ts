import type { OperationRow } from "@gatewright/contract";
import { describe, expect, it } from "vitest";
import { loadModule } from "../testing/load-module.js";
import { richContract } from "../testing/rich-contract.js";
import {
  sampleContract,
  sampleMedia,
  sampleOperation,
  sampleParameter,
  sampleResponse,
} from "../testing/sample-contract.js";
import { sampleInput } from "../testing/sample-settings.js";
import { operationsEmitter } from "./operations.js";

async function rows(contract = richContract): Promise<Readonly<Record<string, OperationRow>>> {
  const files = await operationsEmitter.emit(contract, sampleInput);
  return Object((await loadModule(files, "operations.js")).operations);
}

describe("operations.js", () => {
  it("is one frozen table by identifier", async () => {
    const table = await rows();
    expect(Object.isFrozen(table)).toBe(true);
    expect(Object.keys(table)).toEqual(richContract.operations.map(({ identifier }) => identifier));
  });

  it("leaves out what is usual", async () => {
    expect(await rows(sampleContract([sampleOperation("getHealth")]))).toEqual({
      getHealth: { id: "getHealth", method: "GET", path: "/getHealth", responses: { 204: {} } },
    });
  });

  it("says style and explode only where they are not the location's", async () => {
    const { get } = await rows(
      sampleContract([
        sampleOperation("get", {
          parameters: [
            sampleParameter("path", "id", { type: "string" }, { style: "matrix", explode: true }),
            sampleParameter("query", "a", { items: { type: "integer" } }, { explode: false }),
            sampleParameter(
              "query",
              "b",
              { type: "object" },
              { style: "deepObject", explode: true },
            ),
            sampleParameter("query", "c", { type: "string" }, { allowReserved: true }),
            sampleParameter("header", "D", { type: "string" }, { required: true }),
            sampleParameter("query", "e", { type: "object" }, { mediaType: "application/json" }),
          ],
        }),
      ]),
    );
    expect(get?.parameters).toEqual([
      { in: "path", name: "id", required: true, style: "matrix", explode: true, value: "string" },
      { in: "query", name: "a", explode: false, value: { items: "integer" } },
      { in: "query", name: "b", style: "deepObject", value: { properties: {} } },
      { in: "query", name: "c", allowReserved: true, value: "string" },
      { in: "header", name: "D", required: true, value: "string" },
      { in: "query", name: "e", value: { properties: {} }, mediaType: "application/json" },
    ]);
  });

  it("takes the default of a parameter from its own schema, else from the one it refers to", async () => {
    const limit = { $ref: "#/components/schemas/Limit" };
    const { get } = await rows(
      sampleContract(
        [
          sampleOperation("get", {
            parameters: [
              sampleParameter("query", "own", { ...limit, default: 5 }),
              sampleParameter("query", "shared", limit),
              sampleParameter("query", "required", limit, { required: true }),
            ],
          }),
        ],
        { Limit: { type: "integer", default: 3 } },
      ),
    );
    expect(get?.parameters?.map((row) => row.default)).toEqual([5, 3, undefined]);
  });

  it("describes the fields of forms, those of allOf included", async () => {
    const schema = {
      allOf: [{ $ref: "#/components/schemas/Base" }],
      properties: {
        file: { type: "string", format: "binary" },
        pictures: { type: "array", items: { type: "string" } },
        about: { type: "object", properties: { title: { type: "string" } } },
        tags: { type: "array", items: { type: "string" } },
      },
    };
    const form = sampleMedia("multipart/form-data", schema, {
      encoding: [
        {
          property: "pictures",
          contentType: "image/png",
          style: "form",
          explode: true,
          allowReserved: false,
          headers: [],
        },
      ],
    });
    const { post } = await rows(
      sampleContract(
        [
          sampleOperation("post", {
            requestBody: { required: false, content: [form], at: "sample.yaml#" },
          }),
        ],
        { Base: { type: "object", properties: { count: { type: "integer" } } } },
      ),
    );
    expect(post?.body).toEqual({
      content: [
        {
          mediaType: "multipart/form-data",
          kind: "multipart",
          fields: {
            count: { value: "integer" },
            file: { value: "string", isBinary: true },
            pictures: { value: { items: "string" }, contentType: "image/png", isBinary: true },
            about: { value: { properties: { title: "string" } }, contentType: "application/json" },
            tags: { value: { items: "string" } },
          },
        },
      ],
    });
  });

  it("has the alternatives of security, and none for an open operation", async () => {
    const { postMessage, getHealth } = await rows();
    expect(postMessage?.security).toEqual([{ bearer: ["messages:write"], "api key": [] }]);
    expect(getHealth).not.toHaveProperty("security");
    expect(getHealth).not.toHaveProperty("apiKeys");
  });

  it("names the schemes that are API keys of the gateway", async () => {
    const { postMessage } = await rows();
    expect(postMessage?.apiKeys).toEqual(["api key"]);
  });

  it("has headers of responses by their lower-case name", async () => {
    const { postMessage } = await rows();
    expect(postMessage?.responses[201]?.headers).toEqual({
      location: { required: true, value: "string" },
      "x-count": { value: "integer" },
    });
  });
});

describe("the files of operations", () => {
  it("are named after tags, each name once and none that a file system keeps", async () => {
    const tags = ["Museum hours", "museum-hours", "NUL", "日本", "../../etc", undefined, "default"];
    const operations = tags.map((tag, index) =>
      sampleOperation(`get${index}`, { tags: tag === undefined ? [] : [tag] }),
    );
    const files = await operationsEmitter.emit(sampleContract(operations), sampleInput);
    const names = files.map(({ path }) => path).filter((path) => path.startsWith("operations/"));
    expect(names).toEqual([
      "operations/museum-hours.d.ts",
      "operations/museum-hours2.d.ts",
      "operations/nul-tag.d.ts",
      "operations/tag.d.ts",
      "operations/etc.d.ts",
      "operations/default.d.ts",
      "operations/default2.d.ts",
    ]);
  });

  it("say how a handler answers, statuses that are answered alike together", async () => {
    const problem = { $ref: "#/components/schemas/Problem" };
    const operation = sampleOperation("get", {
      responses: [
        sampleResponse("204"),
        sampleResponse("404", problem),
        sampleResponse("5XX", problem),
        sampleResponse("409", problem),
      ],
    });
    const contract = sampleContract([operation], { Problem: { type: "object" } });
    const files = await operationsEmitter.emit(contract, sampleInput);
    const text = files.find(({ path }) => path === "operations/default.d.ts")?.text ?? "";
    expect(text.slice(text.indexOf("export interface GetReply"))).toMatchInlineSnapshot(`
      "export interface GetReply {
        (status: 204): Reply<"get">;
        <Body extends Problem>(
          status: 404 | 409 | 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511,
          body: Exact<Problem, Body>,
        ): Reply<"get">;
      }
      "
    `);
  });
});
