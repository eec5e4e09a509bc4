import { type Contract, type JsonObject, PROBLEM_MEDIA_TYPE } from "@gatewright/contract";
import type { ApiSettings } from "../../settings.js";
import { isObject, own } from "../../source/json-object.js";
import type { AccessPlan } from "../access.js";
import { answerHeaders } from "./cors.js";

interface GatewayProblem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Set the status instead of keeping API Gateway's own. */
  readonly isStatusChanged?: true;
  /** Said instead of API Gateway's own message. */
  readonly detail?: string;
}

/** API Gateway has no message of its own when an authorizer fails: `messageString` is `null` then. */
const AUTHORIZER_FAILED = "The authorizer could not decide";

/**
 * Answers that API Gateway makes by itself, with the status each has. Not there: REQUEST_TOO_LARGE, which
 * cannot be customised. Source: Developer Guide, "Gateway response types for API Gateway".
 */
const PROBLEMS: readonly GatewayProblem[] = [
  { type: "ACCESS_DENIED", title: "Forbidden", status: 403 },
  { type: "API_CONFIGURATION_ERROR", title: "Internal Server Error", status: 500 },
  {
    type: "AUTHORIZER_CONFIGURATION_ERROR",
    title: "Internal Server Error",
    status: 500,
    detail: AUTHORIZER_FAILED,
  },
  {
    type: "AUTHORIZER_FAILURE",
    title: "Internal Server Error",
    status: 500,
    detail: AUTHORIZER_FAILED,
  },
  { type: "BAD_REQUEST_BODY", title: "Bad Request", status: 400 },
  { type: "BAD_REQUEST_PARAMETERS", title: "Bad Request", status: 400 },
  { type: "EXPIRED_TOKEN", title: "Forbidden", status: 403 },
  { type: "INTEGRATION_FAILURE", title: "Gateway Timeout", status: 504 },
  { type: "INTEGRATION_TIMEOUT", title: "Gateway Timeout", status: 504 },
  { type: "INVALID_API_KEY", title: "Forbidden", status: 403 },
  { type: "INVALID_SIGNATURE", title: "Forbidden", status: 403 },
  { type: "QUOTA_EXCEEDED", title: "Too Many Requests", status: 429 },
  { type: "RESOURCE_NOT_FOUND", title: "Not Found", status: 404 },
  { type: "THROTTLED", title: "Too Many Requests", status: 429 },
  { type: "UNAUTHORIZED", title: "Unauthorized", status: 401 },
  { type: "UNSUPPORTED_MEDIA_TYPE", title: "Unsupported Media Type", status: 415 },
  { type: "WAF_FILTERED", title: "Forbidden", status: 403 },
];

/** What a caller gets for a path or method that is not there; 403 by default. */
const UNKNOWN_ROUTE: GatewayProblem = {
  type: "MISSING_AUTHENTICATION_TOKEN",
  title: "Not Found",
  status: 404,
  isStatusChanged: true,
  detail: "There is no operation with this method and path",
};

/** Gateway responses with problem details, one for each type so that `status` in the body is right. */
export function gatewayResponses(
  contract: Contract,
  settings: ApiSettings,
  { byOperation }: AccessPlan,
): JsonObject {
  const usesIam = [...byOperation.values()].some(
    ({ kind }) => kind === "iam" || kind === "declared",
  );
  const unknown: GatewayProblem = usesIam
    ? { type: UNKNOWN_ROUTE.type, title: "Forbidden", status: 403 }
    : UNKNOWN_ROUTE;
  const own4xx = template({ type: "about:blank", title: "The request was refused" });
  const own5xx = template({ type: "about:blank", title: "The request could not be answered" });
  const cors = answerHeaders(settings.cors);
  const entries = [
    ["DEFAULT_4XX", gatewayResponse(own4xx, cors, null)] as const,
    ["DEFAULT_5XX", gatewayResponse(own5xx, cors, null)] as const,
    ...[...PROBLEMS, unknown].map(({ type, title, status, isStatusChanged, detail }) => {
      const challenge = type === "UNAUTHORIZED" ? challengeHeader(contract) : [];
      const body = template({ type: "about:blank", title, status }, detail);
      const headers = [...cors, ...challenge];
      return [type, gatewayResponse(body, headers, isStatusChanged ? status : null)] as const;
    }),
  ];
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  const given = own(contract.extensions, "x-amazon-apigateway-gateway-responses");
  return { ...Object.fromEntries(entries), ...(isObject(given) ? given : {}) };
}

/**
 * A body with the two variables that no caller controls. `messageString` is a JSON string already, quotes
 * included; what is substituted is not processed further.
 */
function template(problem: JsonObject, detail?: string): string {
  const text = JSON.stringify(problem).slice(0, -1);
  const said = detail === undefined ? "$context.error.messageString" : JSON.stringify(detail);
  return `${text},"detail":${said},"requestId":"$context.requestId"}`;
}

function gatewayResponse(
  body: string,
  headers: readonly (readonly [string, string])[],
  status: number | null,
): JsonObject {
  const all = [["Content-Type", PROBLEM_MEDIA_TYPE] as const, ...headers];
  return {
    ...(status !== null && { statusCode: String(status) }),
    responseParameters: Object.fromEntries(
      all.map(([name, value]) => [`gatewayresponse.header.${name}`, `'${value}'`]),
    ),
    // The only content type that every caller gets; the header above says what it really is.
    responseTemplates: { "application/json": body },
  };
}

/** RFC 9110 wants a challenge beside 401. */
function challengeHeader(contract: Contract): readonly (readonly [string, string])[] {
  const isBearer = contract.securitySchemes.some(
    ({ type }) => type.kind !== "apiKey" && !(type.kind === "http" && type.scheme === "basic"),
  );
  const isBasic = contract.securitySchemes.some(
    ({ type }) => type.kind === "http" && type.scheme === "basic",
  );
  const challenges = [...(isBearer ? ["Bearer"] : []), ...(isBasic ? ["Basic"] : [])];
  return challenges.length === 0 ? [] : [["WWW-Authenticate", challenges.join(", ")]];
}
