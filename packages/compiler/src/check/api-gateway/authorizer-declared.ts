import type { Json, JsonObject } from "@gatewright/contract";
import { isList, isObject, own } from "../../source/json-object.js";
import type { TargetRule } from "../rule.js";

const EXTENSION = "x-amazon-apigateway-authorizer";
const TYPES = ["token", "request", "cognito_user_pools", "jwt"];

/** An authorizer that the document brings itself. */
export const authorizerDeclared: TargetRule = {
  code: "GW2103",
  title: "An authorizer of the document lacks something",
  severity: "error",
  target: "rest-api",
  check(contract, _settings, report) {
    for (const { extensions, at } of contract.securitySchemes) {
      const authorizer = own(extensions, EXTENSION);
      const found = authorizer === undefined ? null : problemOf(authorizer);
      if (found !== null) {
        report({
          at: `${at}/${EXTENSION}${found.pointer}`,
          message: found.message,
          fix: found.fix,
        });
      }
    }
  },
};

interface Problem {
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
}

function problemOf(authorizer: Json): Problem | null {
  if (!isObject(authorizer)) {
    return { pointer: "", message: "the authorizer is not an object", fix: "Write its fields." };
  }
  const type = own(authorizer, "type");
  if (typeof type !== "string" || !TYPES.includes(type)) {
    return {
      pointer: "/type",
      message: `the authorizer's type is ${JSON.stringify(type ?? null)}`,
      fix: `Use one of ${TYPES.join(", ")}.`,
    };
  }
  return missingField(authorizer, type) ?? ttlProblem(authorizer);
}

function missingField(authorizer: JsonObject, type: string): Problem | null {
  const isLambda = type === "token" || type === "request";
  if (isLambda && typeof own(authorizer, "authorizerUri") !== "string") {
    return {
      pointer: "/authorizerUri",
      message: `a ${type} authorizer has no authorizerUri`,
      fix: "Give the invocation URI of its function.",
    };
  }
  if (type === "cognito_user_pools" && !isList(own(authorizer, "providerARNs"))) {
    return {
      pointer: "/providerARNs",
      message: "a cognito_user_pools authorizer has no providerARNs",
      fix: "List the ARNs of its user pools.",
    };
  }
  return null;
}

function ttlProblem(authorizer: JsonObject): Problem | null {
  const ttl = own(authorizer, "authorizerResultTtlInSeconds") ?? 300;
  const isInRange = Number.isInteger(ttl) && Number(ttl) >= 0 && Number(ttl) <= 3600;
  const hasSource = own(authorizer, "identitySource") !== undefined;
  if (!isInRange) {
    return {
      pointer: "/authorizerResultTtlInSeconds",
      message: `authorizerResultTtlInSeconds is ${JSON.stringify(ttl)}; it is a whole number from 0 to 3,600`,
      fix: "Correct the number.",
    };
  }
  if (own(authorizer, "type") === "request" && ttl !== 0 && !hasSource) {
    return {
      pointer: "/identitySource",
      message: `answers are kept for ${JSON.stringify(ttl)} s, but nothing says for whom`,
      fix: "Give identitySource, or set authorizerResultTtlInSeconds to 0.",
    };
  }
  return null;
}
