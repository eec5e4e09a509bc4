import createFetchClient from "openapi-fetch";
import {
  type Answer,
  ApiError,
  type ClientError,
  RequestError,
  TimeoutError,
} from "./client-error.js";
import { exchange } from "./exchange.js";
import type { CallRequest, ClientOperation, OperationTable } from "./operation.js";
import type { CallOptions, ClientOptions } from "./options.js";
import type { AnyPaths, RequestBuilder } from "./request-builder.js";

/**
 * A method for every operation of the table, in one object. `Methods` is its type: generated code pairs it
 * with the table, so that no type is computed from the other.
 */
export function createClient<Methods>(operations: OperationTable, options: ClientOptions): Methods {
  const builder = createFetchClient<AnyPaths>(options);
  const methods = Object.entries(operations).map(([name, operation]) => [
    name,
    createMethod(builder, operation.id ?? name, operation, options),
  ]);
  // Every entry was made from the row whose `call` is the type of that method.
  return Object.fromEntries(methods) as Methods;
}

function createMethod(
  builder: RequestBuilder,
  operationId: string,
  operation: ClientOperation,
  options: ClientOptions,
) {
  const { method, path: template, security, write } = operation;
  const call = async (given: CallRequest = {}, callOptions?: CallOptions): Promise<Answer> => {
    const settings = { ...options, ...callOptions };
    const { timeoutMs = 30_000, signal, headers = {} } = settings;
    const timeout = AbortSignal.timeout(timeoutMs);
    const input = security ? await security(given, settings) : given;
    const { path, query, headers: header, body } = input;
    for (const [, parameter = ""] of template.matchAll(/{(.+?)}/g)) {
      // A URL drops `.` and `..`, percent-encoded or not: the request would reach another path.
      if (/^\.{0,2}$/.test(`${path?.[parameter] ?? ""}`)) {
        throw new RequestError(operationId, `no ${parameter}`, { parameter });
      }
    }
    const results: (Answer | ClientError)[] = [];
    await builder[method](template, {
      params: { path, query, header },
      body,
      headers,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...write?.(input),
      async fetch(request: Request) {
        results.push(await exchange(operationId, operation, request, settings));
        return new Response();
      },
    });
    const [result] = results;
    if (!result || result instanceof Error) {
      signal?.throwIfAborted();
      throw timeout.aborted ? new TimeoutError(operationId, "no answer", { timeoutMs }) : result;
    }
    return result;
  };

  call.orThrow = async (input?: CallRequest, callOptions?: CallOptions): Promise<unknown> => {
    const answer = await call(input, callOptions);
    if (answer.status > 299) {
      throw new ApiError(operationId, answer);
    }
    return answer.body;
  };

  return call;
}
