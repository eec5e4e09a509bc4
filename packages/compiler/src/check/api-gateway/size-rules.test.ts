import { describe, expect, it } from "vitest";
import {
  sampleContract,
  sampleMedia,
  sampleOperation,
} from "../../emit/testing/sample-contract.js";
import { resolveSettings } from "../../settings/resolve-settings.js";
import { checkTargets } from "./check-targets.js";

interface Size {
  readonly operations: number;
  /** Properties of each body. */
  readonly properties: number;
  /** Characters of each property's name and description. */
  readonly name: number;
  readonly description: number;
}

/** What is said about an API of some size. */
function messages(size: Size, title = "Notes"): readonly string[] {
  const schema = {
    type: "object",
    properties: Object.fromEntries(
      Array.from({ length: size.properties }, (_, index) => [
        `p${index}`.padEnd(size.name, "-"),
        { type: "string", description: "d".repeat(size.description) },
      ]),
    ),
  };
  const contract = sampleContract(
    Array.from({ length: size.operations }, (_, index) =>
      sampleOperation(`post${index}`, {
        method: "POST",
        security: { kind: "open", at: "sample.yaml#/security" },
        requestBody: {
          required: true,
          at: "sample.yaml#/body",
          content: [sampleMedia("application/json", schema, { at: `sample.yaml#/body/${index}` })],
        },
      }),
    ),
  );
  const titled = { ...contract, info: { ...contract.info, title } };
  const found = checkTargets(titled, resolveSettings(titled).settings);
  return found.map(({ code, target, message }) => `${code} ${target} ${message}`);
}

describe("limits of an import", () => {
  it("are not met by an ordinary API", () => {
    expect(messages({ operations: 2, properties: 3, name: 8, description: 60 })).toEqual([]);
  });

  it("GW2004: a definition is at most 6 MiB, descriptions left out", () => {
    const size = { operations: 20, properties: 100, description: 4000 };
    expect(messages({ ...size, name: 10 })).toEqual([]);
    expect(messages({ ...size, name: 3900 })).toEqual([
      expect.stringMatching(/^GW2004 rest-api the definition is \d\.\d MiB without descriptions/),
    ]);
  });

  it("GW2062: a model is at most 400 KiB, descriptions left out", () => {
    const size = { operations: 1, properties: 100, description: 5000 };
    expect(messages({ ...size, name: 10 })).toEqual([]);
    expect(messages({ ...size, name: 4200 })).toEqual([
      expect.stringMatching(/^GW2062 rest-api the model Post0Body is \d+ KiB/),
    ]);
  });

  it("GW2005: an API has a name", () => {
    expect(messages({ operations: 1, properties: 1, name: 8, description: 8 }, " ")).toEqual([
      "GW2005 rest-api info.title is blank; it becomes the name of the API",
      "GW2005 http-api info.title is blank; it becomes the name of the API",
    ]);
  });
});
