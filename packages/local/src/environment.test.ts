import type { EnvironmentValue, Resources } from "@gatewright/contract";
import { expect, it } from "vitest";
import { applyEnvironment, functionEnvironment } from "./environment.js";
import { resourcesOf } from "./gateway/definition.testing.js";

const issuer = { issuer: "urn:i", audience: "aud", jwksUri: "http://127.0.0.1:1/jwks" };

function withEnvironment(...environments: readonly Record<string, EnvironmentValue>[]): Resources {
  const resources = resourcesOf(...environments.map((_, index) => `f${index}`));
  return {
    ...resources,
    functions: resources.functions.map((resource, index) => ({
      ...resource,
      environment: environments[index] ?? {},
    })),
  };
}

it("takes constants, table names, local values and the local issuer", () => {
  const resources = withEnvironment(
    {
      MODE: { value: "x" },
      TABLE_NAME: { table: "board" },
      LIMIT: { parameter: "Limit", local: "5" },
    },
    {
      JWT_ISSUER: { parameter: "A" },
      JWT_AUDIENCE: { parameter: "B" },
      JWT_JWKS_URI: { parameter: "C" },
    },
  );
  expect(functionEnvironment({ resources, database: null, issuer, environment: {} })).toEqual({
    MODE: "x",
    TABLE_NAME: "board",
    LIMIT: "5",
    JWT_ISSUER: "urn:i",
    JWT_AUDIENCE: "aud",
    JWT_JWKS_URI: "http://127.0.0.1:1/jwks",
  });
});

it("lets a variable that the user has set win over a parameter's local value, not over a constant", () => {
  const resources = withEnvironment({
    LIMIT: { parameter: "Limit", local: "5" },
    MODE: { value: "x" },
  });
  const environment = { LIMIT: "9", MODE: "y" };
  expect(functionEnvironment({ resources, database: null, issuer, environment })).toEqual({
    LIMIT: "9",
    MODE: "x",
  });
});

it("points the AWS SDK at the database, away from any real credentials", () => {
  const database = {
    endpoint: "http://127.0.0.1:8000",
    region: "eu-central-1",
    credentials: { accessKeyId: "LOCAL", secretAccessKey: "made up" },
  };
  const values = functionEnvironment({
    resources: resourcesOf(),
    database,
    issuer,
    environment: {},
  });
  expect(values).toEqual({
    AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:8000",
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "LOCAL",
    AWS_SECRET_ACCESS_KEY: "made up",
    AWS_SESSION_TOKEN: undefined,
    AWS_PROFILE: undefined,
  });
});

it("lists every variable without a value and every one that two functions want differently", () => {
  const resources = withEnvironment(
    { MODE: { value: "a" }, URL: { parameter: "Url" }, toString: { parameter: "Odd" } },
    { MODE: { value: "b" } },
  );
  expect(() =>
    functionEnvironment({ resources, database: null, issuer, environment: {} }),
  ).toThrowError(
    expect.objectContaining({
      findings: [
        expect.objectContaining({
          code: "GW6030",
          message: 'URL of the function "f0" has no value on this machine',
        }),
        expect.objectContaining({
          code: "GW6030",
          message: 'toString of the function "f0" has no value on this machine',
        }),
        expect.objectContaining({
          code: "GW6031",
          message: '"f0" and "f1" want different values of MODE',
        }),
      ],
    }),
  );
});

it("sets and unsets variables, and puts back what was there", () => {
  process.env.GATEWRIGHT_TEST_OLD = "old";
  const undo = applyEnvironment({ GATEWRIGHT_TEST_OLD: undefined, GATEWRIGHT_TEST_NEW: "new" });
  expect([process.env.GATEWRIGHT_TEST_OLD, process.env.GATEWRIGHT_TEST_NEW]).toEqual([
    undefined,
    "new",
  ]);
  undo();
  expect([process.env.GATEWRIGHT_TEST_OLD, process.env.GATEWRIGHT_TEST_NEW]).toEqual([
    "old",
    undefined,
  ]);
  delete process.env.GATEWRIGHT_TEST_OLD;
});
