import type { NamedSchema, Operation } from "@gatewright/contract";
import { plainIdentifier, plainTypeName } from "../../build/names.js";
import type { Rule } from "../rule.js";
import { allOperations } from "./operation-id-unique.js";

/** Names that differ in the document but not in code: one of them gets a number. */
export const namesDistinct: Rule = {
  code: "GW1060",
  title: "Two names become the same in code",
  severity: "warning",
  check(contract, report) {
    const operations = new Map<string, Operation>();
    for (const operation of allOperations(contract)) {
      const plain = plainIdentifier(operation.id);
      const first = operations.get(plain);
      if (!first) {
        operations.set(plain, operation);
      } else if (first.id !== operation.id && operation.hasOperationId) {
        report({
          at: `${operation.at}/operationId`,
          message: `operationId ${JSON.stringify(operation.id)} becomes ${operation.identifier} in code, since ${JSON.stringify(first.id)} is ${first.identifier} already`,
          related: [{ at: `${first.at}/operationId`, message: "the other one" }],
          fix: "Give them names that differ in more than case and punctuation.",
        });
      }
    }
    const schemas = new Map<string, NamedSchema>();
    for (const schema of contract.schemas) {
      const plain = plainTypeName(schema.name);
      const first = schemas.get(plain);
      if (!first) {
        schemas.set(plain, schema);
      } else if (schema.isComponent) {
        report({
          at: schema.at,
          isAtKey: true,
          message: `the schema ${JSON.stringify(schema.name)} becomes ${schema.typeName} in code, since ${JSON.stringify(first.name)} is ${first.typeName} already`,
          related: [{ at: first.at, isAtKey: true, message: "the other one" }],
          fix: "Give them names that differ in more than case and punctuation.",
        });
      }
    }
  },
};
