import { describe, expect, it } from "vitest";
import type { EmittedFile } from "../emitter.js";
import { operationsEmitter } from "../operations/operations.js";
import { richContract } from "../testing/rich-contract.js";
import { runOutput } from "../testing/run-output.js";
import { sampleMedia } from "../testing/sample-contract.js";
import { sampleInput } from "../testing/sample-settings.js";
import { validatorsEmitter } from "../validators/validators.js";
import { mocksEmitter } from "./mocks.js";

const packages = {
  "@gatewright/mock": "export const createMocks = (...given) => given;",
};

async function given(contract = richContract): Promise<readonly unknown[]> {
  const emitters = [mocksEmitter, operationsEmitter, validatorsEmitter];
  const files: readonly EmittedFile[] = (
    await Promise.all(emitters.map((emitter) => emitter.emit(contract, sampleInput)))
  ).flat();
  const entry = `import { mockSample } from "./mocks.js";
export const given = mockSample({ getHealth: "override" }, { seed: 7 });`;
  return Object(await runOutput(files, entry, packages)).given;
}

describe("mocks.ts", () => {
  it("hands the API, the overrides and the options to the runtime", async () => {
    const [api, overrides, options] = await given();
    expect(overrides).toEqual({ getHealth: "override" });
    expect(options).toEqual({ seed: 7 });
    expect(api).toMatchObject({
      name: "sample",
      operations: { listMessages: { method: "GET" } },
      requestValidators: { postMessage: { body: { "application/json": expect.any(Function) } } },
      securitySchemes: { bearer: { kind: "http", scheme: "bearer" } },
      sources: { getHealth: "sample.yaml:7" },
    });
  });

  it("carries the schemas of answers as they are answered, and no others", async () => {
    const [api] = await given();
    const { schemas } = Object(api);
    expect(Object.keys(schemas)).toEqual(["Message", "MessagePage", "ApiError"]);
    expect(schemas.Message).toEqual({
      type: "object",
      required: ["id", "text"],
      additionalProperties: false,
      properties: {
        id: { type: "string" },
        text: { type: "string", minLength: 1, maxLength: 5 },
        tags: { type: "array", items: { type: "string" }, uniqueItems: true },
      },
    });
  });

  it("carries headers, and examples with a key called __proto__ as they are", async () => {
    const value = JSON.parse('{ "__proto__": { "a": 1 } }');
    const operations = richContract.operations.map((operation) =>
      operation.id !== "postMessage"
        ? operation
        : {
            ...operation,
            responses: operation.responses.map((response) => ({
              ...response,
              content: [
                sampleMedia("application/json", true, {
                  examples: [{ name: "", value, at: "sample.yaml#" }],
                }),
              ],
            })),
          },
    );
    const [api] = await given({ ...richContract, operations });
    const answer = Object(api).responses.postMessage[201];
    expect(answer.headers).toEqual({
      location: { required: true, schema: { type: "string" } },
      "x-count": { schema: { type: "integer" } },
    });
    expect(JSON.stringify(answer.content["application/json"].examples)).toBe(
      JSON.stringify([value]),
    );
  });
});
