import {
  createProblem,
  decodeRequest,
  evaluateSecurity,
  PROBLEM_MEDIA_TYPE,
  type Problem,
  type SecurityRow,
} from "@gatewright/contract";
import { Answer, reply } from "./answer.js";
import { createCors, preflightHeaders } from "./cors.js";
import type { GatewayRequest } from "./event/gateway-request.js";
import { readEvent } from "./event/read-event.js";
import { type LambdaResult, toResult } from "./event-result.js";
import type { ApiTables, LambdaOptions, ProblemBody } from "./lambda-options.js";
import { createOperationIndex } from "./operation-index.js";
import { type PreparedOperation, prepareOperations } from "./prepared-operation.js";
import { describeThrown, type LoggedError, writeInfo, writeLog } from "./request-log.js";
import { MissingReplyError } from "./server-error.js";
import { createServices } from "./services.js";
import { type WrittenResponse, writeResponse } from "./written-response.js";

/** What Lambda passes beside the event, as far as it is read. */
export interface LambdaContext {
  readonly awsRequestId?: string;
}

/** A Lambda function for API Gateway (REST API, HTTP API), function URLs and load balancers. */
export type Lambda = (event: unknown, context?: LambdaContext) => Promise<LambdaResult>;

/**
 * Makes the function of an API: finds the operation, checks security and input, calls the handler, writes its
 * answer. Whatever goes wrong is a Problem with the request's id. Throws a `MissingHandlerError` at once; the function
 * itself rejects only for an event that is not an HTTP request (`UnsupportedEventError`).
 */
export function createLambda<Handlers extends object, Services extends object>(
  options: LambdaOptions<Handlers, Services> & { readonly api: ApiTables },
): Lambda {
  const index = createOperationIndex(prepareOperations(options.api, options.handlers));
  const services = createServices(options.services);
  const cors = createCors(options.cors);
  const headerSets = new Map<
    string | undefined,
    WeakMap<object, Readonly<Record<string, string>>>
  >();

  /** `content-type` and CORS headers: one frozen object for all answers that have nothing else. */
  function commonHeaders(request: GatewayRequest, mediaType: string | undefined) {
    const own = cors(request);
    let byCors = headerSets.get(mediaType);
    if (!byCors) {
      byCors = new WeakMap();
      headerSets.set(mediaType, byCors);
    }
    let headers = byCors.get(own);
    if (!headers) {
      headers = Object.freeze({ ...(mediaType && { "content-type": mediaType }), ...own });
      byCors.set(own, headers);
    }
    return headers;
  }

  function problem(
    parts: Pick<Problem, "status"> & Partial<Problem>,
    headers: Readonly<Record<string, string>> | null = null,
  ): WrittenResponse {
    const body = createProblem(parts);
    const mapped = mapProblem(body, options.onProblem);
    return {
      status: body.status,
      mediaType: mapped?.mediaType ?? PROBLEM_MEDIA_TYPE,
      headers,
      cookies: null,
      body: JSON.stringify(mapped ? mapped.body : body),
    };
  }

  return async function handler(event, context) {
    const started = performance.now();
    const request = readEvent(event);
    const requestId = request.requestId ?? context?.awsRequestId ?? "";
    let operation: PreparedOperation | undefined;
    let response: WrittenResponse;
    let error: LoggedError | undefined;
    try {
      const found = index.find(request);
      if (found.kind === "operation") {
        operation = found.entry;
        request.path = found.path;
        const { row } = operation;
        const identity = request.identity;
        const refusal =
          row.security && refuse(row.security, identity.caller?.scopes, identity.hasApiKey);
        if (refusal) {
          response = problem({ ...refusal.problem, requestId }, refusal.headers);
        } else {
          const decoded = decodeRequest(row, operation.requestValidators, request);
          if (decoded.kind === "refused") {
            const { status, errors } = decoded;
            response = problem({ status, detail: detailOf(status), requestId, errors });
          } else {
            let made = services();
            if (made instanceof Promise) {
              made = await made;
            }
            const answer = await operation.handler(decoded.input, {
              ...made,
              operationId: row.id,
              requestId,
              caller: identity.caller,
              event,
              reply,
            });
            if (!(answer instanceof Answer)) {
              throw new MissingReplyError(row.id);
            }
            response = writeResponse(operation, answer, requestId);
          }
        }
      } else if (found.kind === "not-found") {
        response = problem({ status: 404, detail: "No operation has this path.", requestId });
      } else if (options.cors && request.method === "OPTIONS") {
        response = {
          status: 204,
          mediaType: undefined,
          headers: preflightHeaders(options.cors, found.methods),
          cookies: null,
          body: "",
        };
      } else {
        const allow = found.methods.join(", ");
        const detail = `${found.template} takes ${allow}.`;
        response = problem({ status: 405, detail, requestId }, { allow });
      }
    } catch (thrown) {
      error = describeThrown(thrown);
      response = problem({ status: 500, requestId });
    }
    const common = commonHeaders(request, response.mediaType);
    const result = toResult(
      request.format,
      request.method === "HEAD" ? { ...response, body: "" } : response,
      response.headers ? { ...common, ...response.headers } : common,
    );
    const durationMs = Math.round((performance.now() - started) * 1000) / 1000;
    if (operation && !error && !options.log) {
      writeInfo(operation.logPrefix, requestId, response.status, durationMs);
    } else {
      (options.log ?? writeLog)({
        level: error ? "error" : "info",
        operationId: operation?.row.id ?? null,
        method: request.method,
        path: operation?.row.path ?? null,
        requestId,
        status: response.status,
        durationMs,
        ...(error && { error }),
      });
    }
    return result;
  };
}

interface Refusal {
  readonly problem: Pick<Problem, "status" | "detail">;
  readonly headers: Readonly<Record<string, string>>;
}

/** Undefined when the caller may. Source of the header: RFC 6750 §3. */
function refuse(
  security: readonly SecurityRow[],
  scopes: readonly string[] | undefined,
  hasApiKey: boolean,
): Refusal | undefined {
  switch (evaluateSecurity(security, { scopes: scopes ?? null, hasApiKey })) {
    case "allowed":
      return undefined;
    case "unauthenticated":
      return {
        problem: { status: 401, detail: "This operation needs credentials." },
        headers: { "www-authenticate": "Bearer" },
      };
    case "missing-scope": {
      const scope = security.map((row) => Object.values(row).flat().join(" "))[0] ?? "";
      return {
        problem: { status: 403, detail: `This operation needs the scope ${scope}.` },
        headers: { "www-authenticate": `Bearer error="insufficient_scope", scope="${scope}"` },
      };
    }
  }
}

/** A mapping that fails must not take the answer with it. */
function mapProblem(
  problem: Problem,
  map: ((problem: Problem) => ProblemBody) | undefined,
): ProblemBody | undefined {
  try {
    return map?.(problem);
  } catch {
    return undefined;
  }
}

function detailOf(status: 400 | 415): string {
  return status === 415
    ? "The media type of the body is not one that this operation takes."
    : "The request does not fit what this operation takes; errors lists everything that is wrong.";
}
