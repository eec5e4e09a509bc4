import type {
  Contract,
  Operation,
  Parameter,
  Security,
  SecurityScheme,
} from "@gatewright/contract";
import fc from "fast-check";
import {
  sampleContract,
  sampleMedia,
  sampleOperation,
  sampleParameter,
  sampleResponse,
} from "../../emit/testing/sample-contract.js";
import { anySchemas } from "../model/testing/any-schema.js";

export const BEARER: SecurityScheme = {
  name: "bearer",
  type: { kind: "http", scheme: "bearer" },
  extensions: {},
  at: "sample.yaml#/schemes/bearer",
};

/** A security scheme of each kind, as documents name them. */
export const SCHEMES: readonly SecurityScheme[] = (
  [
    ["bearer", { kind: "http", scheme: "bearer" }],
    ["basic auth", { kind: "http", scheme: "basic" }],
    ["awsKey", { kind: "apiKey", in: "query", name: "key" }],
    ["apiKey", { kind: "apiKey", in: "header", name: "X-Api-Key" }],
    ["session", { kind: "apiKey", in: "cookie", name: "session" }],
    ["oidc", { kind: "openIdConnect", openIdConnectUrl: "https://issuer.example" }],
    ["mtls", { kind: "mutualTLS" }],
  ] as const
).map(([name, type]) => ({ name, type, extensions: {}, at: `sample.yaml#/schemes/${name}` }));

/** `required` with these alternatives, each a list of schemes. */
export function required(...alternatives: readonly (readonly string[])[]): Security {
  return {
    kind: "required",
    isInherited: false,
    at: "sample.yaml#/security",
    alternatives: alternatives.map((names) => ({
      schemes: names.map((name) => ({ name, scopes: ["some:scope"] })),
      at: "sample.yaml#/security/0",
    })),
  };
}

const security: fc.Arbitrary<Security> = fc.oneof(
  fc.constant<Security>({ kind: "open", at: "sample.yaml#/security" }),
  // Sets of their own stay below the quota of authorizers.
  fc.constantFrom(
    required(["bearer"]),
    required(["apiKey"]),
    required(["bearer", "apiKey"]),
    required(["basic auth", "awsKey"]),
    required(["bearer"], ["session"]),
    required([], ["oidc"]),
    required(["mtls"]),
    required([]),
  ),
);

const segment = fc.constantFrom("users", "messages", "a.b", "v1", "{id}", "{userId}", "{some id}");
const path = fc
  .array(segment, { maxLength: 4 })
  .map((segments) => `/${segments.join("/")}`)
  .filter((text) => {
    const variables = text.match(/\{[^}]+\}/g) ?? [];
    return new Set(variables).size === variables.length;
  });

const parameters: fc.Arbitrary<readonly Parameter[]> = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom("query", "header", "cookie"),
      fc.constantFrom("id", "limit", "filter[a]", "X-Trace", "Authorization", "q"),
      fc.constantFrom("string", "integer", "array", "object"),
      fc.boolean(),
    )
    .map(([place, name, type, isRequired]) =>
      sampleParameter(place, name, { type }, { required: isRequired, description: "Any" }),
    ),
  { maxLength: 4, selector: ({ in: place, name }) => `${place} ${name}` },
);

/** A contract that no rule of the target rest-api refuses. */
export const anyContract: fc.Arbitrary<Contract> = fc
  .tuple(
    anySchemas,
    fc.uniqueArray(fc.tuple(path, fc.constantFrom("GET", "POST", "DELETE"), security, parameters), {
      maxLength: 8,
      selector: ([template, method]) => `${method} ${template.replace(/\{[^}]+\}/g, "{}")}`,
    }),
  )
  .map(([{ root, schemas }, rows]) => {
    const operations = rows.map(([template, method, statement, declared], index): Operation => {
      const inPath = [...template.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) =>
        sampleParameter("path", name, { type: "string" }),
      );
      return sampleOperation(`operation-${index}`, {
        method,
        path: template,
        security: statement,
        parameters: [...inPath, ...declared],
        requestBody:
          method === "POST"
            ? {
                required: index % 2 === 0,
                content: [
                  sampleMedia("application/json", root),
                  sampleMedia("multipart/form-data", { type: "object" }),
                ],
                at: `sample.yaml#/body/${index}`,
              }
            : null,
        responses: [
          sampleResponse("200", { $ref: "#/components/schemas/First" }),
          sampleResponse("4XX"),
          sampleResponse("default", root),
        ],
      });
    });
    return { ...sampleContract(operations, schemas), securitySchemes: SCHEMES };
  });
