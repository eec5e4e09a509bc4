import type { JsonObject } from "@gatewright/contract";
import { own } from "../../../source/json-object.js";
import { at, type ProblemList } from "./problem-list.js";

const SOURCE =
  /^(method\.request\.(header|querystring)\.[A-Za-z0-9._$-]+|stageVariables\.\w+|context\.[\w.]+)$/;
const FIELDS = [
  "type",
  "authorizerUri",
  "providerARNs",
  "identitySource",
  "identityValidationExpression",
  "authorizerCredentials",
  "authorizerResultTtlInSeconds",
];

/** Every scheme that an import takes is an apiKey; one without an authorizer enforces only `x-api-key`. */
export function checkSecuritySchemes(
  schemes: JsonObject,
  pointer: string,
  problems: ProblemList,
): void {
  for (const [name, value] of Object.entries(schemes)) {
    const place = at(pointer, name);
    const scheme = problems.object(value, place);
    problems.expect(own(scheme, "type") === "apiKey", at(place, "type"), "is not apiKey");
    problems.expect(!name.startsWith("aws"), place, "has a name that AWS keeps for itself");
    const authtype = own(scheme, "x-amazon-apigateway-authtype");
    if (Object.hasOwn(scheme, "x-amazon-apigateway-authorizer")) {
      checkAuthorizer(scheme, place, problems);
    } else if (authtype !== "awsSigv4") {
      const isApiKey = own(scheme, "in") === "header" && own(scheme, "name") === "x-api-key";
      problems.expect(isApiKey, place, "enforces nothing");
    }
  }
}

function checkAuthorizer(scheme: JsonObject, pointer: string, problems: ProblemList): void {
  const place = at(pointer, "x-amazon-apigateway-authorizer");
  const authorizer = problems.member(scheme, pointer, "x-amazon-apigateway-authorizer");
  problems.only(authorizer, place, FIELDS);
  const type = String(own(authorizer, "type"));
  const isKnown = ["token", "request", "cognito_user_pools"].includes(type);
  problems.expect(isKnown, at(place, "type"), "is not a type of authorizers");
  const ttl = own(authorizer, "authorizerResultTtlInSeconds") ?? 300;
  const isInRange = Number.isInteger(ttl) && Number(ttl) >= 0 && Number(ttl) <= 3600;
  problems.expect(isInRange, at(place, "authorizerResultTtlInSeconds"), "is not from 0 to 3,600");
  const source = own(authorizer, "identitySource");
  if (type === "request") {
    problems.expect(ttl === 0 || source !== undefined, place, "keeps answers for nobody");
  }
  for (const one of typeof source === "string" ? source.split(/\s*,\s*/) : []) {
    problems.expect(type !== "request" || SOURCE.test(one), at(place, "identitySource"), one);
  }
}
