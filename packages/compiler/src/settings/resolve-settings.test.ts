import { describe, expect, it } from "vitest";
import { required, SCHEMES } from "../api-gateway/testing/any-contract.js";
import { sampleContract, sampleOperation } from "../emit/testing/sample-contract.js";
import { resolveSettings } from "./resolve-settings.js";
import type { SettingsInput } from "./settings-input.js";
import { pascalCase, slugOf } from "./slug.js";

const contract = {
  ...sampleContract([
    sampleOperation("a", { security: required(["bearer"]) }),
    sampleOperation("b", { security: required(["bearer"]) }),
    sampleOperation("c", { security: required(["bearer"], ["session"]) }),
    sampleOperation("d", { security: required(["apiKey"]) }),
    sampleOperation("e", { security: { kind: "open", at: "sample.yaml#/security" } }),
  ]),
  securitySchemes: SCHEMES,
};

function diagnose(input: SettingsInput): readonly string[] {
  const { diagnostics } = resolveSettings(contract, input, "config.ts#");
  return diagnostics.map(({ code, severity, at }) => `${severity} ${code} ${at}`);
}

describe("resolveSettings", () => {
  it("gives every requirement set of a document without a config its own authorizer", () => {
    const { settings, diagnostics } = resolveSettings(contract);
    expect(diagnostics).toEqual([]);
    expect(settings.slug).toBe("sample");
    expect(settings.gatewayValidation).toBe("off");
    expect(settings.cors).toBeNull();
    expect(settings.authorizers).toEqual([
      { functionName: "sample-authorizer", schemes: ["bearer"], resultTtlSeconds: 300 },
      {
        functionName: "sample-authorizer-2",
        schemes: ["bearer", "session"],
        resultTtlSeconds: 300,
      },
      // A REST API has API keys of its own.
      {
        functionName: "sample-authorizer-3",
        schemes: ["apiKey"],
        resultTtlSeconds: 300,
        onlyFor: "http-api",
      },
    ]);
    expect(settings.functions.map(({ name, kind, entry }) => [name, kind, entry])).toEqual([
      ["sample", "api", null],
      ["sample-authorizer", "authorizer", null],
      ["sample-authorizer-2", "authorizer", null],
      ["sample-authorizer-3", "authorizer", null],
    ]);
  });

  it("lets a configured authorizer decide what it names, and everything when it names nothing", () => {
    const decided = (schemes?: readonly string[]) =>
      resolveSettings(contract, {
        authorizers: { mine: { entry: "mine.ts", ...(schemes && { schemes }) } },
      }).settings.authorizers.map((each) => [each.functionName, each.schemes]);
    expect(decided()).toEqual([["mine", ["bearer", "session", "apiKey"]]]);
    expect(decided(["bearer"])).toEqual([
      ["mine", ["bearer"]],
      ["sample-authorizer", ["bearer", "session"]],
      ["sample-authorizer-2", ["apiKey"]],
    ]);
  });

  it("lists the tables that an environment names", () => {
    const { settings } = resolveSettings(contract, {
      functions: { sample: { entry: "a.ts", environment: { TABLE: { table: "t" }, MODE: "x" } } },
      tables: { t: {} },
    });
    expect(settings.functions[0]).toMatchObject({
      tables: ["t"],
      environment: { TABLE: { table: "t" }, MODE: { value: "x" } },
      bundle: "dist/functions/sample",
    });
  });

  it("takes CORS headers from the contract where the config names none", () => {
    const { settings } = resolveSettings(contract, { cors: {} });
    expect(settings.cors).toEqual({
      allowOrigins: ["*"],
      allowHeaders: ["Content-Type", "Authorization", "X-Api-Key"],
      exposeHeaders: ["x-amzn-RequestId"],
      allowCredentials: false,
      maxAgeSeconds: 600,
    });
  });

  it("complains about names that are not there, at their place in the config", () => {
    expect(
      diagnose({
        functions: { sample: { entry: "a.ts", tables: ["t"], operations: ["z"] } },
        authorizers: { mine: { schemes: ["nobody"] } },
      }),
    ).toEqual([
      "error GW4021 config.ts#/functions/sample/tables",
      "error GW4021 config.ts#/functions/sample/operations",
      "error GW4021 config.ts#/authorizers/mine/schemes",
    ]);
  });

  it("complains about authorizers that both decide the same operations", () => {
    const claims = (...schemes: readonly string[]) => ({ schemes });
    expect(diagnose({ authorizers: { a: claims("bearer"), b: claims("bearer") } })).toEqual([
      "error GW4023 config.ts#/authorizers/b",
    ]);
    const both = { a: claims("bearer", "session"), b: claims("bearer", "apiKey") };
    expect(diagnose({ authorizers: both })).toEqual(["error GW4023 config.ts#/authorizers/b"]);
    expect(diagnose({ authorizers: { a: {}, b: {} } })).toEqual([
      "error GW4023 config.ts#/authorizers/b",
    ]);
    // One that decides exactly what is asked comes before one that could decide more.
    expect(
      diagnose({ authorizers: { a: claims("bearer"), b: claims("bearer", "session") } }),
    ).toEqual([]);
  });

  it("complains about settings that API Gateway or a browser would not follow", () => {
    expect(diagnose({ cors: { allowCredentials: true, allowHeaders: ["*"] } })).toEqual([
      "error GW2194 config.ts#/cors/allowOrigins",
      "error GW2194 config.ts#/cors/allowHeaders",
    ]);
    expect(
      diagnose({ cors: { allowOrigins: ["https://a.example", "https://b.example"] } }),
    ).toEqual(["warning GW2193 config.ts#/cors/allowOrigins"]);
    expect(diagnose({ functions: { sample: { entry: "a.ts", timeoutSeconds: 60 } } })).toEqual([
      "warning GW2125 config.ts#/functions/sample/timeoutSeconds",
    ]);
    expect(diagnose({ tables: { t: { KinesisStreamSpecification: {} } } })).toEqual([
      "warning GW4022 config.ts#/tables/t/KinesisStreamSpecification",
    ]);
  });

  it("takes names of prototypes as names", () => {
    const input = JSON.parse(
      '{"functions":{"constructor":{"entry":"a.ts"}},"tables":{"__proto__":{}}}',
    );
    const { settings } = resolveSettings(contract, input);
    expect(settings.functions[0]?.name).toBe("constructor");
    expect(settings.tables.map(({ name }) => name)).toEqual(["__proto__"]);
  });
});

describe("slugOf", () => {
  it.each([
    ["Whiteboard", "whiteboard"],
    ["Redocly Museum API", "redocly-museum-api"],
    ["  Übung: № 1 ", "ubung-no-1"],
    ["ホワイトボード", "api"],
    ["x".repeat(80), "x".repeat(40)],
    ["An interface of which the name goes on and on", "an-interface-of-which-the-name-goes-on"],
  ])("makes %j %j", (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  it("has a PascalCase form that is an identifier", () => {
    expect(["whiteboard-api", "3d-models"].map(pascalCase)).toEqual([
      "WhiteboardApi",
      "Api3dModels",
    ]);
  });
});
