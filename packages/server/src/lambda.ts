import {
  createOwnProblem,
  decodeRequest,
  PROBLEM_MEDIA_TYPE,
  type Problem,
  type ProblemError,
} from "@gatewright/contract";
import { Answer, reply } from "./answer.js";
import { createCors } from "./cors.js";
import type { GatewayRequest } from "./event/gateway-request.js";
import { readEvent } from "./event/read-event.js";
import type { LambdaApi, LambdaOptions, ProblemBody } from "./lambda-options.js";
import type { LambdaResult } from "./lambda-result.js";
import { type PreparedOperation, prepareOperations, requireParts } from "./prepared-operation.js";
import type { Refusal } from "./refusal.js";
import { createLog, describeThrown, type LoggedError } from "./request-log.js";
import { createRoutes, isGreedy, type Routes } from "./routes.js";
import { MissingReplyError, UnsupportedEventError } from "./server-error.js";
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
 * answer. Whatever goes wrong is a Problem with the request's id. Throws a `MissingHandlerError` or a `MissingPartError`
 * at once; the function itself rejects only for an event that it does not serve (`UnsupportedEventError`).
 */
export function createLambda<Handlers extends object, Services extends object>(
  options: LambdaOptions<Handlers, Services> & { readonly api: LambdaApi },
): Lambda {
  const { api } = options;
  const { codecs = {}, security } = api;
  const operations = prepareOperations(api, options.handlers, api.responseChecks);
  requireParts(operations, codecs, security);
  const routes = createRoutes(operations, !options.routing);
  const router = options.routing?.(routes, options.cors);
  const services = createServices(options.services);
  const cors = options.cors && createCors(options.cors);
  const writeLog = createLog(options.log);

  function refuse(
    { status, detail, headers, errors }: Refusal & { readonly errors?: readonly ProblemError[] },
    requestId: string,
  ): WrittenResponse {
    if (status === 204) {
      return { status, mediaType: undefined, headers, body: "" };
    }
    const problem = createOwnProblem(status, requestId, detail, errors);
    const { mediaType, body } = (options.onProblem && mapProblem(problem, options.onProblem)) || {
      mediaType: PROBLEM_MEDIA_TYPE,
      body: problem,
    };
    return { status, mediaType, headers, body: JSON.stringify(body) };
  }

  return async function handler(event, context) {
    const started = writeLog ? Date.now() : 0;
    const request = readEvent(event, router);
    const requestId = request.requestId ?? context?.awsRequestId ?? "";
    let operation: PreparedOperation | undefined;
    let response: WrittenResponse | undefined;
    let error: LoggedError | undefined;
    try {
      operation = routes.find(request);
      let refusal: Refusal | null | undefined;
      if (!operation) {
        const found = router ? router.find(request) : notFound(request, routes);
        if ("row" in found) {
          operation = found;
        } else {
          refusal = found;
        }
      }
      const caller = security?.callerOf(request) ?? null;
      if (operation?.row.security) {
        refusal = security?.refuse(operation.row, caller, request);
      }
      if (refusal || !operation) {
        response = refuse(refusal ?? NOT_FOUND, requestId);
      } else {
        const { row } = operation;
        const decoded = decodeRequest(row, operation.requestValidators, request, codecs);
        if (decoded.kind === "refused") {
          response = refuse(decoded, requestId);
        } else {
          const answer = await operation.handler(decoded.input, {
            ...(services.made ?? (await services.load())),
            operationId: row.id,
            requestId,
            caller,
            event,
            reply,
          });
          if (!(answer instanceof Answer)) {
            throw new MissingReplyError(row.id);
          }
          response = writeResponse(operation, answer, requestId);
        }
      }
    } catch (thrown) {
      if (thrown instanceof UnsupportedEventError) {
        throw thrown;
      }
      error = describeThrown(thrown);
    }
    response ??= refuse({ status: 500 }, requestId);
    writeLog?.(operation, request.method, requestId, response.status, Date.now() - started, error);
    const { status, mediaType, headers, cookies, body } = response;
    const isText = typeof body === "string";
    let result: LambdaResult = {
      statusCode: status,
      headers:
        cors || headers || mediaType === undefined
          ? {
              ...(mediaType !== undefined && { "content-type": mediaType }),
              ...cors?.(request),
              ...headers,
            }
          : { "content-type": mediaType },
      // An answer to HEAD has the headers of its GET and no body. Source: RFC 9110 §9.3.2.
      body: request.method === "HEAD" ? "" : isText ? body : toBase64(body),
      isBase64Encoded: !isText,
    };
    result = request.toResult?.(result) ?? result;
    return cookies ? request.withCookies(result, cookies) : result;
  };
}

/** Throws an `UnsupportedEventError` for a request that the gateway has not routed: there is nothing but the path to go by. */
function notFound(request: GatewayRequest, routes: Routes): Refusal {
  const { template } = request;
  if (template === null || (isGreedy(template) && !routes.methodsOf(request))) {
    throw new UnsupportedEventError(request.event);
  }
  return NOT_FOUND;
}

const NOT_FOUND: Refusal = { status: 404, detail: "No operation has this path." };

function toBase64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}

/** A mapping that fails must not take the answer with it. */
function mapProblem(
  problem: Problem,
  map: (problem: Problem) => ProblemBody,
): ProblemBody | undefined {
  try {
    return map(problem);
  } catch {
    return undefined;
  }
}
