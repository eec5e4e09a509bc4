import { isObject, own } from "../../source/json-object.js";
import { forBoth } from "./for-both.js";

const EXTENSION = "x-amazon-apigateway-integration";
const TYPES = ["aws", "aws_proxy", "http", "http_proxy", "mock"];

export const integrationDeclared = forBoth({
  code: "GW2121",
  title: "An integration of the document has no type that API Gateway knows",
  severity: "error",
  check(contract, _settings, report) {
    for (const { extensions, at } of contract.operations) {
      const given = own(extensions, EXTENSION);
      const type = isObject(given) ? own(given, "type") : undefined;
      const isReference = isObject(given) && Object.hasOwn(given, "$ref");
      const isKnown = typeof type === "string" && TYPES.includes(type.toLowerCase());
      if (given !== undefined && !isKnown) {
        report({
          at: `${at}/${EXTENSION}${isObject(given) && !isReference ? "/type" : ""}`,
          message: isReference
            ? "the integration is a reference, which only an import of an HTTP API follows"
            : `the integration's type is ${JSON.stringify(type ?? null)}`,
          fix: isReference ? "Write the integration itself." : `Use one of ${TYPES.join(", ")}.`,
        });
      }
    }
  },
});
