import type { Contract, Json, JsonObject } from "@gatewright/contract";
import { own } from "../../source/json-object.js";

/** Root extensions of a REST API that a document may bring and that nothing here decides. */
const PASSED_ON = [
  "x-amazon-apigateway-api-key-source",
  "x-amazon-apigateway-minimum-compression-size",
  "x-amazon-apigateway-policy",
] as const;

export function rootExtensions({ extensions }: Contract): JsonObject {
  return Object.fromEntries(
    PASSED_ON.flatMap((name): [string, Json][] => {
      const value = own(extensions, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
