import {
  allCodecs,
  createProblem,
  decodeRequest,
  PROBLEM_MEDIA_TYPE,
  type Problem,
} from "@gatewright/contract";
import { Answer, reply } from "./answer.js";
import { CommonHeaders, createCors, preflightHeaders } from "./cors.js";
import { readEvent } from "./event/read-event.js";
import { type LambdaResult, toResult } from "./event-result.js";
import type { ApiTables, LambdaOptions, ProblemBody } from "./lambda-options.js";
import { createOperationIndex, type Found } from "./operation-index.js";
import { type PreparedOperation, prepareOperations } from "./prepared-operation.js";
import { refuse } from "./refusal.js";
import { createLog, describeThrown, type LoggedError } from "./request-log.js";
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
  const writeLog = createLog(options.log);
  const problems = new CommonHeaders(PROBLEM_MEDIA_TYPE);

  function problem(
    parts: Parameters<typeof createProblem>[0],
    headers: Readonly<Record<string, string>> | null = null,
  ): WrittenResponse {
    const body = createProblem(parts);
    const mapped = options.onProblem && mapProblem(body, options.onProblem);
    return {
      status: parts.status,
      mediaType: mapped ? mapped.mediaType : PROBLEM_MEDIA_TYPE,
      common: mapped ? new CommonHeaders(mapped.mediaType) : problems,
      headers,
      cookies: null,
      body: JSON.stringify(mapped ? mapped.body : body),
    };
  }

  function answerElsewhere(
    found: Exclude<Found<unknown>, { kind: "operation" }>,
    method: string,
    requestId: string,
  ): WrittenResponse {
    if (found.kind === "not-found") {
      return problem({ status: 404, detail: "No operation has this path.", requestId });
    }
    const { template, methods } = found;
    if (method === "OPTIONS" && options.cors) {
      const headers = preflightHeaders(options.cors, methods);
      return {
        ...problem({ status: 204 }, headers),
        common: new CommonHeaders(undefined),
        body: "",
      };
    }
    const allow = methods.join(", ");
    return problem({ status: 405, detail: `${template} takes ${allow}.`, requestId }, { allow });
  }

  return async function handler(event, context) {
    const started = writeLog ? Date.now() : 0;
    const request = readEvent(event);
    const requestId = request.requestId ?? context?.awsRequestId ?? "";
    let operation: PreparedOperation | undefined;
    let response: WrittenResponse | undefined;
    let error: LoggedError | undefined;
    try {
      operation = index.findRouted(request);
      if (!operation) {
        const found = index.find(request);
        if (found.kind === "operation") {
          operation = found.entry;
          request.path = found.path;
        } else {
          response = answerElsewhere(found, request.method, requestId);
        }
      }
      if (operation) {
        const { row } = operation;
        const refusal = row.security ? refuse(row, request) : null;
        if (refusal) {
          response = problem({ ...refusal.problem, requestId }, refusal.headers);
        }
      }
      if (operation && !response) {
        const { row } = operation;
        const decoded = decodeRequest(row, operation.requestValidators, request, allCodecs);
        if (decoded.kind === "refused") {
          const { status, errors } = decoded;
          response = problem({ status, requestId, errors });
        } else {
          const answer = await operation.handler(decoded.input, {
            ...(services.made ?? (await services.load())),
            operationId: row.id,
            requestId,
            caller: request.caller,
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
      error = describeThrown(thrown);
    }
    response ??= problem({ status: 500, requestId });
    writeLog?.(operation, request.method, requestId, response.status, Date.now() - started, error);
    return toResult(request, response, cors(request));
  };
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
