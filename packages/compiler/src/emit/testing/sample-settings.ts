import type { EmitInput } from "../emitter.js";

/** What emitters read beside a contract: an API called `sample`, without deployment facts. */
export const sampleInput: EmitInput = {
  settings: {
    slug: "sample",
    typeName: "Sample",
    gatewayValidation: "off",
    cors: {
      allowOrigins: ["https://sample.example"],
      allowHeaders: ["content-type"],
      exposeHeaders: ["location"],
      allowCredentials: false,
      maxAgeSeconds: 600,
    },
    functions: [],
    authorizers: [],
    tables: [],
    integrationTimeoutMs: 29_000,
  },
  bundle: { openapi: "3.1.0", info: { title: "Sample", version: "1.0.0" }, paths: {} },
  lineOf: (at) => `${at.replace(/#.*/, "")}:7`,
};
