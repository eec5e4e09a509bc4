import { defineConfig } from "gatewright";

export default defineConfig({
  apis: [
    {
      document: "openapi/whiteboard.yaml",
      name: "whiteboard",
      targets: ["rest-api", "http-api"],
      outputs: [
        {
          dir: "apps/whiteboard/generated",
          emit: [
            "contract",
            "openapi",
            "types",
            "operations",
            "validators",
            "server",
            "rest-api",
            "http-api",
            "resources",
            "template",
            "terraform",
          ],
        },
        {
          dir: "packages/whiteboard-client/src/generated",
          emit: ["operations", "validators", "client", "mocks"],
        },
      ],
      functions: {
        whiteboard: {
          entry: "apps/whiteboard/src/function.ts",
          tables: ["whiteboard"],
          environment: { TABLE_NAME: { table: "whiteboard" } },
        },
      },
      authorizers: {
        "whiteboard-authorizer": {
          entry: "apps/whiteboard/src/authorizer.ts",
          schemes: ["bearer"],
          environment: {
            JWT_ISSUER: { parameter: "JwtIssuer" },
            JWT_AUDIENCE: { parameter: "JwtAudience" },
            JWT_JWKS_URI: { parameter: "JwtJwksUri" },
          },
        },
      },
      tables: {
        whiteboard: {
          AttributeDefinitions: [
            { AttributeName: "pk", AttributeType: "S" },
            { AttributeName: "sk", AttributeType: "S" },
          ],
          KeySchema: [
            { AttributeName: "pk", KeyType: "HASH" },
            { AttributeName: "sk", KeyType: "RANGE" },
          ],
          BillingMode: "PAY_PER_REQUEST",
          TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
        },
      },
      cors: {
        allowOrigins: ["*"],
        allowHeaders: ["authorization", "content-type", "idempotency-key"],
        exposeHeaders: ["location", "retry-after"],
        allowCredentials: false,
        maxAgeSeconds: 600,
      },
    },
  ],
});
