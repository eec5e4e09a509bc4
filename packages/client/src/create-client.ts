import { type Answer, ApiError, ClientError, NetworkError, TimeoutError } from "./client-error.js";
import type { CallRequest, ClientOperation, OperationTable } from "./operation.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { readAnswer } from "./read-answer.js";
import { buildRequest, createRequestBuilder, type RequestBuilder } from "./request-builder.js";
import { send } from "./send.js";

/**
 * A method for every operation of the table, in one object. `Methods` is its type: generated code pairs it
 * with the table, so that no type is computed from the other.
 */
export function createClient<Methods>(operations: OperationTable, options: ClientOptions): Methods {
  const builder = createRequestBuilder(options);
  const methods = Object.entries(operations).map(([name, operation]) => [
    name,
    createMethod(builder, operation.id ?? name, operation, options),
  ]);
  // Every entry was made from the row whose `call` is the type of that method.
  return Object.fromEntries(methods) as Methods;
}

function createMethod(
  builder: RequestBuilder,
  id: string,
  operation: ClientOperation,
  options: ClientOptions,
) {
  const call = async (input: CallRequest = {}, callOptions?: CallOptions): Promise<Answer> => {
    const settings = {
      ...options,
      ...callOptions,
      headers: { ...options.headers, ...callOptions?.headers },
    };
    const { timeoutMs = 30_000, signal: outer } = settings;
    const controller = new AbortController();
    const { signal } = controller;
    const stop = () => controller.abort(outer?.reason);
    outer?.addEventListener("abort", stop, { signal });
    if (outer?.aborted) {
      stop();
    }
    const timer =
      timeoutMs && setTimeout(() => controller.abort(new TimeoutError(id, timeoutMs)), timeoutMs);
    let attempts = 0;
    try {
      const request = await buildRequest(builder, id, operation, input, settings, signal);
      const response = await send(request, settings.retry, (attempt) => {
        attempts++;
        return (options.fetch ?? fetch)(attempt);
      });
      return await readAnswer(id, operation, response);
    } catch (error) {
      if (signal.aborted) {
        throw signal.reason;
      }
      throw attempts && !(error instanceof ClientError)
        ? new NetworkError(id, attempts, error)
        : error;
    } finally {
      clearTimeout(timer);
      // Lets go of the caller's signal, and of an answer that nobody reads.
      controller.abort();
    }
  };

  const orThrow = async (input?: CallRequest, callOptions?: CallOptions): Promise<unknown> => {
    const answer = await call(input, callOptions);
    if (answer.status > 299) {
      throw new ApiError(id, answer);
    }
    return answer.body;
  };

  return Object.assign(call, { orThrow });
}
