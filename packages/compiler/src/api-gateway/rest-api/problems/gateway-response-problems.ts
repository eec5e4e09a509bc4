import type { JsonObject } from "@gatewright/contract";
import { own } from "../../../source/json-object.js";
import { at, type ProblemList } from "./problem-list.js";

const ROOT = "x-amazon-apigateway-gateway-responses";
const TYPES = [
  "ACCESS_DENIED",
  "API_CONFIGURATION_ERROR",
  "AUTHORIZER_CONFIGURATION_ERROR",
  "AUTHORIZER_FAILURE",
  "BAD_REQUEST_BODY",
  "BAD_REQUEST_PARAMETERS",
  "DEFAULT_4XX",
  "DEFAULT_5XX",
  "EXPIRED_TOKEN",
  "INTEGRATION_FAILURE",
  "INTEGRATION_TIMEOUT",
  "INVALID_API_KEY",
  "INVALID_SIGNATURE",
  "MISSING_AUTHENTICATION_TOKEN",
  "QUOTA_EXCEEDED",
  "RESOURCE_NOT_FOUND",
  "THROTTLED",
  "UNAUTHORIZED",
  "UNSUPPORTED_MEDIA_TYPE",
  "WAF_FILTERED",
];
const HEADER = /^gatewayresponse\.header\.[A-Za-z0-9-]+$/;
const VALUE = /^('[^']*'|method\.request\..+|context\..+|stageVariables\..+)$/;
/** Only what no caller controls may be substituted into a body. */
const VARIABLE = /\$(?!context\.requestId\b|context\.error\.messageString\b)/;

export function checkGatewayResponses(definition: JsonObject, problems: ProblemList): void {
  const pointer = at("", ROOT);
  const responses = problems.member(definition, "", ROOT);
  problems.only(responses, pointer, TYPES);
  for (const [type, value] of Object.entries(responses)) {
    const place = at(pointer, type);
    const response = problems.object(value, place);
    problems.only(response, place, ["statusCode", "responseParameters", "responseTemplates"]);
    const status = own(response, "statusCode") ?? "400";
    const isStatus = typeof status === "string" && /^[1-5]\d\d$/.test(status);
    problems.expect(isStatus, at(place, "statusCode"), "is not a status in quotes");
    const parameters = problems.member(response, place, "responseParameters");
    for (const [name, mapped] of Object.entries(parameters)) {
      const isMapping = HEADER.test(name) && VALUE.test(String(mapped));
      problems.expect(isMapping, at(place, name), "is not a mapping of gateway responses");
    }
    const templates = problems.member(response, place, "responseTemplates");
    for (const [mediaType, template] of Object.entries(templates)) {
      const text = String(template);
      problems.expect(!VARIABLE.test(text), at(place, mediaType), "substitutes something else");
      problems.expect(isJson(text), at(place, mediaType), "does not give JSON");
    }
  }
}

function isJson(template: string): boolean {
  const filled = template
    .replaceAll("$context.error.messageString", '"message"')
    .replaceAll("$context.requestId", "id");
  try {
    JSON.parse(filled);
    return true;
  } catch {
    return false;
  }
}
