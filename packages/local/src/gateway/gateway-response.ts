import type {
  GatewayDefinition,
  GatewayResponseSettings,
} from "../definition/gateway-definition.js";
import type { GatewayAnswer } from "./gateway-answer.js";
import type { GatewayRequest } from "./gateway-request.js";
import { gatewayResponseTypes } from "./gateway-response-types.js";
import { headerValue } from "./multi-value-map.js";
import { fillTemplate } from "./template-variables.js";

/** An answer that the gateway makes itself. */
export interface GatewayRefusal {
  /** A gateway response type, for example `UNAUTHORIZED`. */
  readonly type: string;
  /** Null where API Gateway has no text of its own. */
  readonly message: string | null;
  /** The status, where the type does not settle it. */
  readonly status?: number;
}

const DEFAULT_SETTINGS: GatewayResponseSettings = {
  statusCode: null,
  headers: [],
  templates: new Map([["application/json", '{"message":$context.error.messageString}']]),
};

/** `x-amzn-ErrorType` of each type; the others are internal errors. */
const errorTypes: ReadonlyMap<string, string> = new Map([
  ["ACCESS_DENIED", "AccessDeniedException"],
  ["AUTHORIZER_CONFIGURATION_ERROR", "AuthorizerConfigurationException"],
  ["AUTHORIZER_FAILURE", "AuthorizerFailureException"],
  ["BAD_REQUEST_BODY", "BadRequestException"],
  ["BAD_REQUEST_PARAMETERS", "BadRequestException"],
  ["DEFAULT_4XX", "BadRequestException"],
  ["INTEGRATION_TIMEOUT", "InternalServerErrorException"],
  ["INVALID_API_KEY", "ForbiddenException"],
  ["MISSING_AUTHENTICATION_TOKEN", "MissingAuthenticationTokenException"],
  ["REQUEST_TOO_LARGE", "RequestTooLargeException"],
  ["UNAUTHORIZED", "UnauthorizedException"],
  ["UNSUPPORTED_MEDIA_TYPE", "UnsupportedMediaTypeException"],
]);

/** What a template can ask about the request. */
export interface RefusalContext {
  readonly request: GatewayRequest;
  readonly resourcePath: string | null;
  readonly stageName: string;
}

/**
 * Makes the answer of a gateway response: the type's own settings, else those of its class, else API Gateway's.
 * Templates are filled by plain substitution, as API Gateway does it: there is no template language here.
 */
export function answerRefusal(
  definition: Pick<GatewayDefinition, "gatewayResponses">,
  refusal: GatewayRefusal,
  context: RefusalContext,
): GatewayAnswer {
  const usual = refusal.status ?? gatewayResponseTypes.get(refusal.type) ?? 500;
  const settings = settingsOf(definition, refusal.type, usual);
  const [mediaType, template] = chooseTemplate(
    settings,
    headerValue(context.request.headers, "accept"),
  );
  const headers = [
    "x-amzn-RequestId",
    context.request.id,
    "x-amzn-ErrorType",
    errorTypes.get(refusal.type) ?? "InternalServerErrorException",
  ];
  const hasContentType = settings.headers.some(([name]) => name.toLowerCase() === "content-type");
  if (!hasContentType) headers.push("Content-Type", mediaType);
  for (const [name, value] of settings.headers) headers.push(name, value);
  const values = variables(refusal, context);
  return {
    status: settings.statusCode ?? usual,
    headers,
    body: fillTemplate(template, values),
  };
}

function settingsOf(
  { gatewayResponses }: Pick<GatewayDefinition, "gatewayResponses">,
  type: string,
  status: number,
): GatewayResponseSettings {
  // 413 cannot be customised. Source: API Gateway Developer Guide, "Amazon API Gateway important notes".
  if (type === "REQUEST_TOO_LARGE") return DEFAULT_SETTINGS;
  const own = gatewayResponses.get(type);
  const ofClass = gatewayResponses.get(status >= 500 ? "DEFAULT_5XX" : "DEFAULT_4XX");
  const settings = own ?? ofClass ?? DEFAULT_SETTINGS;
  return settings.templates.size === 0
    ? { ...settings, templates: DEFAULT_SETTINGS.templates }
    : settings;
}

/** The template of the first accepted media type, else JSON, else the first there is. */
function chooseTemplate(
  { templates }: GatewayResponseSettings,
  accept: string | undefined,
): readonly [string, string] {
  const accepted = accept?.split(/[,;]/, 1)[0]?.trim().toLowerCase() ?? "";
  for (const mediaType of [accepted, "application/json", ...templates.keys()]) {
    const template = templates.get(mediaType);
    if (template !== undefined) return [mediaType, template];
  }
  return ["application/json", ""];
}

function variables(
  { type, message }: GatewayRefusal,
  { request, resourcePath, stageName }: RefusalContext,
): ReadonlyMap<string, string> {
  return new Map([
    ["context.requestId", request.id],
    ["context.extendedRequestId", request.extendedId],
    ["context.error.message", message ?? ""],
    ["context.error.messageString", JSON.stringify(message)],
    ["context.error.responseType", type],
    ["context.httpMethod", request.httpMethod],
    ["context.resourcePath", resourcePath ?? ""],
    ["context.stage", stageName],
  ]);
}
