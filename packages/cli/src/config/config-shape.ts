import { EMIT_NAMES } from "@gatewright/compiler";
import type { Shape } from "./shape.js";

const STRING: Shape = { kind: "string" };
const STRINGS: Shape = { kind: "list", items: STRING };
const PORT: Shape = { kind: "integer", minimum: 0, maximum: 65_535 };

const QUOTA: Shape = { kind: "integer", minimum: 1, maximum: 100_000 };

function object(fields: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape {
  return { kind: "object", fields, required };
}

const ENVIRONMENT: Shape = {
  kind: "map",
  values: {
    kind: "either",
    shapes: [
      STRING,
      object({ value: STRING }, ["value"]),
      object({ table: STRING }, ["table"]),
      object({ parameter: STRING, local: STRING }, ["parameter"]),
    ],
  },
};

// Source: AWS Lambda Developer Guide, "Lambda quotas": 128 to 10,240 MiB, 900 seconds.
const FUNCTION_FIELDS = {
  entry: STRING,
  memoryMiB: { kind: "integer", minimum: 128, maximum: 10_240 },
  timeoutSeconds: { kind: "integer", minimum: 1, maximum: 900 },
  environment: ENVIRONMENT,
  tables: STRINGS,
  operations: STRINGS,
  bundle: STRING,
} as const satisfies Record<string, Shape>;

const CORS: Shape = object({
  allowOrigins: STRINGS,
  allowHeaders: STRINGS,
  exposeHeaders: STRINGS,
  allowCredentials: { kind: "boolean" },
  maxAgeSeconds: { kind: "integer", minimum: 0, maximum: 86_400 },
});

const API: Shape = object(
  {
    document: STRING,
    name: STRING,
    outputs: {
      kind: "list",
      items: object(
        { dir: STRING, emit: { kind: "list", items: { kind: "names", names: EMIT_NAMES } } },
        ["dir"],
      ),
    },
    targets: { kind: "list", items: { kind: "names", names: ["rest-api", "http-api", "get-sdk"] } },
    functions: { kind: "map", values: object(FUNCTION_FIELDS) },
    authorizers: {
      kind: "map",
      values: object({
        ...FUNCTION_FIELDS,
        schemes: STRINGS,
        // Source: API Gateway API reference, "Authorizer", authorizerResultTtlInSeconds.
        resultTtlSeconds: { kind: "integer", minimum: 0, maximum: 3_600 },
      }),
    },
    tables: { kind: "map", values: { kind: "data" } },
    cors: { kind: "either", shapes: [CORS, { kind: "null" }] },
    gatewayValidation: { kind: "names", names: ["off", "parameters", "all"] },
    quotas: object({ resources: QUOTA, authorizers: QUOTA }),
    integrationTimeoutMs: { kind: "integer", minimum: 50, maximum: 29_000 },
  },
  ["document", "outputs"],
);

/** The shape of `gatewright.config.ts`; the types are in `config.ts`. */
export const CONFIG_SHAPE: Shape = object(
  {
    apis: { kind: "list", items: API },
    root: STRING,
    dev: object({ port: PORT, controlPort: PORT, dataDir: STRING }),
  },
  ["apis"],
);
