import type { FunctionIntegration } from "../definition/gateway-definition.js";
import { type Authorization, authorize } from "./authorize.js";
import type { CompiledApi } from "./compiled-api.js";
import { captureInto } from "./console-capture.js";
import type { Invocation } from "./function-runner.js";
import type { GatewayAnswer } from "./gateway-answer.js";
import type { GatewayRequest } from "./gateway-request.js";
import { answerRefusal, type GatewayRefusal } from "./gateway-response.js";
import { answerMock } from "./mock-answer.js";
import { headerValue } from "./multi-value-map.js";
import {
  type AuthorizerContext,
  proxyEvent,
  type RoutedRequest,
  requestContext,
} from "./proxy-event.js";
import { readProxyResult } from "./proxy-result.js";
import { checkRequest } from "./request-check.js";
import type { AuthorizerRecord } from "./request-log.js";
import { methodOf } from "./route-table.js";
import type { Stage } from "./stage.js";

/** What answering needs beside the API. */
export interface AnswerSettings {
  readonly stage: Stage;
  readonly apiKeys: ReadonlySet<string>;
}

/** An answer and how it came about. */
export interface Outcome {
  readonly answer: GatewayAnswer;
  readonly resource: string | null;
  readonly functionName: string | null;
  readonly authorizer: AuthorizerRecord | null;
  readonly gatewayResponse: string | null;
  readonly note: string | null;
  /** What went wrong inside a function, for the log. */
  readonly failure: Failure | null;
}

export interface Failure {
  readonly functionName: string;
  readonly invocation: Extract<Invocation, { kind: "failed" | "timedOut" }>;
}

/** Bytes of JSON that Lambda gives back at most. Source: AWS Lambda Developer Guide, "Lambda quotas". */
const MAX_RESULT_BYTES = 6 * 1024 * 1024;
const MISSING_TOKEN: GatewayRefusal = {
  type: "MISSING_AUTHENTICATION_TOKEN",
  message: "Missing Authentication Token",
};
const BAD_GATEWAY: GatewayRefusal = {
  type: "DEFAULT_5XX",
  message: "Internal server error",
  status: 502,
};
const TIMED_OUT: GatewayRefusal = {
  type: "INTEGRATION_TIMEOUT",
  message: "Endpoint request timed out",
};

/** One request's way through the gateway: route, authorizer, API key, validator, integration. */
export async function answerRequest(
  api: CompiledApi,
  settings: AnswerSettings,
  request: GatewayRequest,
  logs: string[],
): Promise<Outcome> {
  const match = api.routes.match(request.path);
  const method = match === null ? null : methodOf(match.resource, request.httpMethod);
  if (match === null || method === null) {
    return new Progress(api, settings, request, null).refuse(MISSING_TOKEN);
  }
  const routed: RoutedRequest = { request, method, pathParameters: match.pathParameters };
  const progress = new Progress(api, settings, request, method.resourcePath);

  let context: AuthorizerContext | null = null;
  let usageKey: string | null = null;
  if (method.authorizer !== null) {
    const runner = api.runners.get(method.authorizer.functionName);
    // readDefinition has made sure that every function is there.
    if (runner === undefined) return progress.refuse(BAD_GATEWAY);
    const { authorizer } = method;
    const authorization = await captureInto(logs, () =>
      authorize(authorizer, runner, api.authorizerCache, routed, settings.stage),
    );
    progress.authorizer = authorizerRecord(runner.name, authorization);
    if (authorization.kind === "refused") {
      progress.note = authorization.note;
      return progress.refuse(authorization.refusal);
    }
    context = authorization.context;
    usageKey = authorization.usageIdentifierKey;
  }

  let apiKey: string | null = null;
  if (method.isApiKeyRequired) {
    const sent =
      api.definition.apiKeySource === "HEADER"
        ? (headerValue(request.headers, "x-api-key") ?? null)
        : usageKey;
    // Differs from API Gateway: a key has no usage plan, so neither quota nor throttling applies.
    if (sent === null || !settings.apiKeys.has(sent)) {
      return progress.refuse({ type: "INVALID_API_KEY", message: "Forbidden" });
    }
    apiKey = sent;
  }

  const refusal = checkRequest(routed, api.bodyChecks.get(method));
  if (refusal !== null) return progress.refuse(refusal);

  const { integration } = method;
  const { binaryMediaTypes } = api.definition;
  if (integration.kind === "mock") {
    const mock = answerMock(
      integration,
      headerValue(request.headers, "content-type"),
      binaryMediaTypes,
    );
    return "type" in mock ? progress.refuse(mock) : progress.done(mock);
  }
  const eventContext = requestContext(routed, settings.stage, context, apiKey);
  const event = proxyEvent(routed, binaryMediaTypes, eventContext);
  return callFunction(progress, integration, event, logs);
}

async function callFunction(
  progress: Progress,
  { functionName, timeoutMs }: FunctionIntegration,
  event: object,
  logs: string[],
): Promise<Outcome> {
  progress.functionName = functionName;
  const runner = progress.api.runners.get(functionName);
  if (runner === undefined) return progress.refuse(BAD_GATEWAY);
  const accept = headerValue(progress.request.headers, "accept");
  const invocation = await captureInto(logs, () => runner.invoke(event, timeoutMs));
  if (invocation.kind !== "returned") {
    progress.failure = { functionName, invocation };
    progress.note = failureNote(invocation);
    const isGatewayTimeout = invocation.kind === "timedOut" && invocation.by === "gateway";
    return progress.refuse(isGatewayTimeout ? TIMED_OUT : BAD_GATEWAY);
  }
  const result = readProxyResult(
    invocation.value,
    progress.api.definition.binaryMediaTypes,
    accept,
  );
  if (result.kind === "malformed") {
    progress.note = `malformed proxy result: ${result.reason}`;
    return progress.refuse(BAD_GATEWAY);
  }
  if (isTooLarge(result.answer.body, invocation.value)) {
    progress.note = "the result is larger than the 6 MB that Lambda gives back";
    return progress.refuse(BAD_GATEWAY);
  }
  return progress.done(result.answer);
}

/** Gathers how a request is answered, and makes the outcome. */
class Progress {
  readonly api: CompiledApi;
  readonly request: GatewayRequest;
  functionName: string | null = null;
  authorizer: AuthorizerRecord | null = null;
  note: string | null = null;
  failure: Failure | null = null;
  readonly #settings: AnswerSettings;
  readonly #resource: string | null;

  constructor(
    api: CompiledApi,
    settings: AnswerSettings,
    request: GatewayRequest,
    resource: string | null,
  ) {
    this.api = api;
    this.request = request;
    this.#settings = settings;
    this.#resource = resource;
  }

  done(answer: GatewayAnswer, gatewayResponse: string | null = null): Outcome {
    const { functionName, authorizer, note, failure } = this;
    return {
      answer,
      resource: this.#resource,
      functionName,
      authorizer,
      gatewayResponse,
      note,
      failure,
    };
  }

  refuse(refusal: GatewayRefusal): Outcome {
    const answer = answerRefusal(this.api.definition, refusal, {
      request: this.request,
      resourcePath: this.#resource,
      stageName: this.#settings.stage.name,
    });
    return this.done(answer, refusal.type);
  }
}

function authorizerRecord(functionName: string, authorization: Authorization): AuthorizerRecord {
  return { functionName, decision: authorization.kind, isCached: authorization.isCached };
}

function failureNote(invocation: Failure["invocation"]): string {
  if (invocation.kind === "timedOut") {
    return `no answer from the function in ${invocation.timeoutMs} ms`;
  }
  const { error } = invocation;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return invocation.phase === "init"
    ? `the function did not load: ${text}`
    : `the function threw ${text}`;
}

/** Short bodies cannot exceed the limit, so most results are never measured. */
function isTooLarge(body: string | Buffer, result: unknown): boolean {
  if (body.length * 6 + 65_536 < MAX_RESULT_BYTES) return false;
  return Buffer.byteLength(JSON.stringify(result)) > MAX_RESULT_BYTES;
}
