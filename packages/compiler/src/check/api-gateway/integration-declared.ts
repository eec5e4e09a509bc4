import type { JsonObject, Operation } from "@gatewright/contract";
import { isObject, own } from "../../source/json-object.js";
import type { TargetRule } from "../rule.js";

const EXTENSION = "x-amazon-apigateway-integration";

interface Product {
  readonly code: string;
  readonly target: "rest-api" | "http-api";
  readonly types: readonly string[];
  /** Fields that only the other product has. */
  readonly foreign: readonly string[];
}

const PRODUCTS: readonly Product[] = [
  {
    code: "GW2121",
    target: "rest-api",
    types: ["aws", "aws_proxy", "http", "http_proxy", "mock"],
    foreign: ["integrationSubtype"],
  },
  {
    code: "GW2201",
    target: "http-api",
    types: ["aws_proxy", "http_proxy"],
    foreign: ["requestTemplates", "cacheNamespace", "cacheKeyParameters"],
  },
];

/** Integrations that the document brings itself. */
export const integrationDeclared: readonly TargetRule[] = PRODUCTS.map((product) => ({
  code: product.code,
  title: "An integration of the document is not one that API Gateway has",
  severity: "error",
  target: product.target,
  check(contract, _settings, report) {
    for (const operation of contract.operations) {
      const given = own(operation.extensions, EXTENSION);
      if (given === undefined) {
        continue;
      }
      const at = `${operation.at}/${EXTENSION}`;
      if (!isObject(given) || Object.hasOwn(given, "$ref")) {
        report({
          at,
          message: `the integration of ${nameOf(operation)} is ${isObject(given) ? "a reference" : "not an object"}`,
          fix: "Write the integration itself.",
        });
      } else {
        const wrong = wrongField(given, product);
        if (wrong !== null) {
          report({
            at: `${at}/${wrong.field}`,
            ...(wrong.field !== "type" && { isAtKey: true as const }),
            message: `the integration of ${nameOf(operation)} has ${wrong.found}`,
            fix: wrong.fix,
          });
        }
      }
    }
  },
}));

function nameOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

function wrongField(given: JsonObject, { types, foreign, target }: Product) {
  const name = target === "rest-api" ? "a REST API" : "an HTTP API";
  const type = own(given, "type");
  if (typeof type !== "string" || !types.includes(type.toLowerCase())) {
    const found = `the type ${JSON.stringify(type ?? null)}`;
    return { field: "type", found, fix: `Use one of ${types.join(", ")}: ${name} has no others.` };
  }
  const field = foreign.find((one) => Object.hasOwn(given, one));
  if (field !== undefined) {
    return { field, found: `${field}, which ${name} does not know`, fix: "Remove it." };
  }
  const version = own(given, "payloadFormatVersion");
  return target === "rest-api" && version !== undefined && Number(version) !== 1
    ? {
        field: "payloadFormatVersion",
        found: `the payload format ${JSON.stringify(version)}`,
        fix: "A REST API has 1.0 only; remove the field.",
      }
    : null;
}
