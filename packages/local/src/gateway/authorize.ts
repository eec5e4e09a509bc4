import type { Authorizer, IdentitySource } from "../definition/gateway-definition.js";
import type { AuthorizerCache } from "./authorizer-cache.js";
import { type AuthorizerResult, decide, readAuthorizerResult } from "./authorizer-policy.js";
import type { FunctionRunner } from "./function-runner.js";
import type { GatewayRefusal } from "./gateway-response.js";
import { headerValue } from "./multi-value-map.js";
import {
  type AuthorizerContext,
  type RoutedRequest,
  requestAuthorizerEvent,
  tokenAuthorizerEvent,
} from "./proxy-event.js";
import { methodArn, type Stage } from "./stage.js";

/** How a request fared with its authorizer. `note` is for the person at the keyboard, never for the caller. */
export type Authorization =
  | {
      readonly kind: "allowed";
      readonly context: AuthorizerContext;
      readonly usageIdentifierKey: string | null;
      readonly isCached: boolean;
    }
  | {
      readonly kind: "refused";
      readonly refusal: GatewayRefusal;
      readonly isCached: boolean;
      readonly note: string | null;
    };

/** Milliseconds API Gateway waits for an authorizer function. */
const AUTHORIZER_TIMEOUT_MS = 29_000;
const UNAUTHORIZED: GatewayRefusal = { type: "UNAUTHORIZED", message: "Unauthorized" };
const CONFIGURATION_ERROR: GatewayRefusal = {
  type: "AUTHORIZER_CONFIGURATION_ERROR",
  message: null,
};
const FAILURE: GatewayRefusal = { type: "AUTHORIZER_FAILURE", message: null };

/** Asks the authorizer about a request, or the cache when it has been asked before. */
export async function authorize(
  authorizer: Authorizer,
  runner: FunctionRunner,
  cache: AuthorizerCache,
  routed: RoutedRequest,
  stage: Stage,
): Promise<Authorization> {
  const identity = authorizer.identitySources.map((source) => identityValue(source, routed, stage));
  if (identity.some((value) => value === ""))
    return refused(UNAUTHORIZED, "identity source missing");
  const [token = ""] = identity;
  if (authorizer.tokenPattern !== null && !authorizer.tokenPattern.test(token)) {
    return refused(UNAUTHORIZED, "the token does not match identityValidationExpression");
  }
  const key = identity.length === 0 ? null : JSON.stringify([authorizer.name, identity]);
  const cached = key === null ? null : cache.get(key);
  if (cached !== null) return evaluate(cached, routed, stage, 0, true);

  const event =
    authorizer.kind === "token"
      ? tokenAuthorizerEvent(routed, stage, token)
      : requestAuthorizerEvent(routed, stage);
  const startedAt = performance.now();
  // A copy: what an authorizer does to its event must not reach the function's.
  const invocation = await runner.invoke(structuredClone(event), AUTHORIZER_TIMEOUT_MS);
  if (invocation.kind === "timedOut")
    return refused(FAILURE, `no answer in ${invocation.timeoutMs} ms`);
  if (invocation.kind === "failed") {
    const { error } = invocation;
    const message = error instanceof Error ? error.message : String(error);
    if (invocation.phase === "invoke" && message === "Unauthorized")
      return refused(UNAUTHORIZED, null);
    return refused(FAILURE, `threw ${message}`);
  }
  const result = readAuthorizerResult(invocation.value);
  if (typeof result === "string") return refused(CONFIGURATION_ERROR, result);
  if (key !== null) cache.set(key, result, authorizer.resultTtlSeconds);
  return evaluate(result, routed, stage, Math.round(performance.now() - startedAt), false);
}

function evaluate(
  result: AuthorizerResult,
  routed: RoutedRequest,
  stage: Stage,
  latencyMs: number,
  isCached: boolean,
): Authorization {
  const { httpMethod, path } = routed.request;
  const decision = decide(result.statements, methodArn(stage, httpMethod, path));
  if (decision === "allow") {
    const context = {
      ...result.context,
      principalId: result.principalId,
      integrationLatency: latencyMs,
    };
    return { kind: "allowed", context, usageIdentifierKey: result.usageIdentifierKey, isCached };
  }
  const message =
    decision === "explicitDeny"
      ? "User is not authorized to access this resource with an explicit deny"
      : "User is not authorized to access this resource";
  return { kind: "refused", refusal: { type: "ACCESS_DENIED", message }, isCached, note: null };
}

function refused(refusal: GatewayRefusal, note: string | null): Authorization {
  return { kind: "refused", refusal, isCached: false, note };
}

function identityValue(source: IdentitySource, routed: RoutedRequest, stage: Stage): string {
  const { request, method } = routed;
  switch (source.from) {
    case "header":
      return headerValue(request.headers, source.name) ?? "";
    case "querystring": {
      const values = request.query?.single;
      return values !== undefined && Object.hasOwn(values, source.name)
        ? (values[source.name] ?? "")
        : "";
    }
    case "context":
      switch (source.name) {
        case "httpMethod":
          return request.httpMethod;
        case "path":
          return `/${stage.name}${request.path}`;
        case "resourcePath":
          return method.resourcePath;
        case "stage":
          return stage.name;
        default:
          return request.sourceIp;
      }
  }
}
