import type { Schema } from "@gatewright/contract";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { loadModule, textOf } from "../testing/load-module.js";
import { richContract } from "../testing/rich-contract.js";
import {
  sampleMedia,
  sampleOperation,
  sampleParameter,
  sampleResponse,
} from "../testing/sample-contract.js";
import { sampleInput } from "../testing/sample-settings.js";
import { posting, ref, tablesOf } from "../testing/validate.js";
import { validatorsEmitter } from "./validators.js";

describe("validators.js", () => {
  it("imports nothing, asks for nothing, and has the two tables", async () => {
    const files = await validatorsEmitter.emit(richContract, sampleInput);
    const text = textOf(files, "validators.js");
    expect(text).not.toMatch(/\bimport\b|\brequire\b|\bprocess\b|node:/);
    expect(Object.keys(await loadModule(files, "validators.js"))).toEqual([
      "requestValidators",
      "responseValidators",
    ]);
  });

  it("leaves every check of responses out of a bundle that checks requests only", async () => {
    const files = await validatorsEmitter.emit(richContract, sampleInput);
    const result = await build({
      stdin: {
        contents: 'export { requestValidators } from "./validators.js";',
        loader: "js",
        resolveDir: "/",
      },
      bundle: true,
      write: false,
      format: "esm",
      plugins: [
        {
          name: "emitted",
          setup({ onResolve, onLoad }) {
            onResolve({ filter: /validators\.js$/ }, () => ({
              path: "validators.js",
              namespace: "emitted",
            }));
            onLoad({ filter: /./, namespace: "emitted" }, () => ({
              contents: textOf(files, "validators.js"),
            }));
          },
        },
      ],
    });
    const text = result.outputFiles[0]?.text ?? "";
    expect(text).toContain("maxLength");
    expect(text).not.toMatch(/x-count|responseValidators|"messages"|MessagePage/);
  });

  it("has no entry for an operation with nothing to check", async () => {
    const { requestValidators, responseValidators } = await tablesOf([
      sampleOperation("getHealth"),
    ]);
    expect(requestValidators).toEqual({});
    expect(responseValidators).toEqual({});
  });

  it("gives a body that is a named schema that schema's own validator", async () => {
    const { responseValidators } = await tablesOf(
      [
        sampleOperation("one", { responses: [sampleResponse("200", ref("Message"))] }),
        sampleOperation("two", { responses: [sampleResponse("200", ref("Message"))] }),
      ],
      { Message: { type: "object", required: ["id"] } },
    );
    expect(responseValidators.one?.[200]?.body).toEqual(responseValidators.two?.[200]?.body);
    expect(responseValidators.one?.[200]?.body?.["application/json"]).toBeTypeOf("function");
  });
});

describe("request and response", () => {
  const User: Schema = {
    type: "object",
    required: ["id", "name", "password"],
    properties: {
      id: { type: "string", readOnly: true },
      name: { type: "string" },
      password: { type: "string", writeOnly: true },
    },
  };

  it("do not require what is not there in their direction, at any depth", async () => {
    const operation = sampleOperation("put", {
      requestBody: {
        required: true,
        content: [sampleMedia("application/json", { type: "array", items: ref("User") })],
        at: "sample.yaml#",
      },
      responses: [sampleResponse("200", ref("User"))],
    });
    const { requestValidators, responseValidators } = await tablesOf([operation], { User });
    const request = requestValidators.put?.body?.["application/json"];
    const response = responseValidators.put?.[200]?.body?.["application/json"];
    expect(request?.([{ name: "Ada", password: "x" }])).toBe(true);
    expect(request?.([{ name: "Ada" }])).toBe(false);
    expect(request?.([{ name: "Ada", password: "x", id: 1 }])).toBe(false);
    expect(response?.({ id: "1", name: "Ada" })).toBe(true);
    expect(response?.({ name: "Ada" })).toBe(false);
  });

  it("check parameters by group, and headers by their lower-case name", async () => {
    const operation = sampleOperation("get", {
      parameters: [
        sampleParameter("path", "id", { type: "integer" }),
        sampleParameter("query", "id", { type: "string", minLength: 2 }),
        sampleParameter("header", "X-Trace", { type: "string" }, { required: true }),
        sampleParameter("cookie", "__proto__", { type: "integer" }),
      ],
    });
    const { requestValidators } = await tablesOf([operation]);
    const validate = requestValidators.get?.parameters;
    const input = { path: { id: 1 }, query: {}, headers: { "x-trace": "a" }, cookies: {} };
    expect(validate?.(input)).toBe(true);
    const wrong = {
      path: { id: "1" },
      query: { id: "1" },
      headers: {},
      cookies: JSON.parse('{ "__proto__": "x" }'),
    };
    validate?.(wrong);
    expect(
      validate?.errors?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`),
    ).toEqual([
      "/path/id type",
      "/query/id minLength",
      "/headers required",
      "/cookies/__proto__ type",
    ]);
  });

  it("check the headers of a response, and not a body of bytes", async () => {
    const operation = sampleOperation("get", {
      responses: [
        sampleResponse("4XX", undefined, {
          headers: [
            {
              name: "X-Count",
              required: true,
              schema: { type: "integer" },
              explode: false,
              mediaType: null,
              at: "",
            },
          ],
          content: [sampleMedia("image/png", { type: "string", format: "binary" })],
        }),
      ],
    });
    const { responseValidators } = await tablesOf([operation]);
    expect(responseValidators.get?.["4XX"]?.body).toBeUndefined();
    expect(responseValidators.get?.["4XX"]?.headers?.({ "x-count": 1 })).toBe(true);
    expect(responseValidators.get?.["4XX"]?.headers?.({ "X-Count": 1 })).toBe(false);
  });

  it("take bytes for the files of a multipart body, and check its other parts", async () => {
    const schema = {
      type: "object",
      required: ["file"],
      properties: {
        file: { type: "string", format: "binary" },
        more: { type: "array", items: ref("File") },
        about: { type: "object", required: ["title"] },
      },
    };
    const { requestValidators } = await tablesOf([posting(schema, "multipart/form-data")], {
      File: { type: "string", format: "binary" },
    });
    const validate = requestValidators.post?.body?.["multipart/form-data"];
    const file = new Uint8Array([1]);
    expect(validate?.({ file, more: [file], about: { title: "" } })).toBe(true);
    expect(validate?.({ more: [file], about: {} })).toBe(false);
  });
});
