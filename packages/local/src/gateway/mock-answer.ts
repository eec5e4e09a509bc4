import type { MockIntegration } from "../definition/gateway-definition.js";
import { bareMediaType, isBinaryMediaType } from "./binary-media-type.js";
import type { GatewayAnswer } from "./gateway-answer.js";
import type { GatewayRefusal } from "./gateway-response.js";

/** What a MOCK integration answers to a request of this content type: an answer, or why there is none. */
export function answerMock(
  integration: MockIntegration,
  contentType: string | undefined,
  binaryMediaTypes: readonly string[],
): GatewayAnswer | GatewayRefusal {
  const mediaType = bareMediaType(contentType ?? "application/json");
  // A binary body is not text that a template could read, unless it is converted.
  if (isBinaryMediaType(binaryMediaTypes, mediaType) && !integration.convertsToText) return FAILURE;
  const status = integration.statusByMediaType.get(mediaType);
  if (status === undefined) {
    const isPassedThrough =
      integration.passthrough === "WHEN_NO_MATCH" ||
      (integration.passthrough === "WHEN_NO_TEMPLATES" && integration.statusByMediaType.size === 0);
    // What is passed through holds no status for the mock to choose a response by.
    return isPassedThrough ? FAILURE : UNSUPPORTED_MEDIA_TYPE;
  }
  const response =
    integration.responses.find(({ pattern }) => pattern?.test(String(status)) === true) ??
    integration.responses.find(({ pattern }) => pattern === null);
  if (response === undefined) return FAILURE;
  const headers: string[] = [];
  for (const [name, value] of response.headers) headers.push(name, value);
  if (!response.headers.some(([name]) => name.toLowerCase() === "content-type")) {
    headers.push("Content-Type", "application/json");
  }
  return {
    status: response.status,
    headers,
    body: response.templates.get("application/json") ?? "",
  };
}

const FAILURE: GatewayRefusal = {
  type: "API_CONFIGURATION_ERROR",
  message: "Internal server error",
};
const UNSUPPORTED_MEDIA_TYPE: GatewayRefusal = {
  type: "UNSUPPORTED_MEDIA_TYPE",
  message: "Unsupported Media Type",
};
