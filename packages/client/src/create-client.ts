import { type Answer, ApiError, TimeoutError } from "./client-error.js";
import { exchange } from "./exchange.js";
import type { CallRequest, ClientOperation, OperationTable } from "./operation.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { writeCall } from "./write-call.js";

/** The longest time that a timer can wait; it takes a longer one for none. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * A method for every operation of the table, in one object. `Methods` is its type: generated code pairs it
 * with the table, so that no type is computed from the other.
 */
export function createClient<Methods>(operations: OperationTable, options: ClientOptions): Methods {
  const methods = Object.entries(operations).map(([name, operation]) => [
    name,
    createMethod(operation.id ?? name, operation, options),
  ]);
  // Every entry was made from the row whose `call` is the type of that method.
  return Object.fromEntries(methods) as Methods;
}

function createMethod(operationId: string, operation: ClientOperation, options: ClientOptions) {
  const call = async (given: CallRequest = {}, callOptions?: CallOptions): Promise<Answer> => {
    const settings = { ...options, ...callOptions };
    const { timeoutMs = 30_000, signal } = settings;
    const timeout = new AbortController();
    const end = signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal;
    const timer = setTimeout(
      () => timeout.abort(new TimeoutError(operationId, "no answer", { timeoutMs })),
      Math.min(timeoutMs, MAX_TIMER_MS),
    );
    const work = async () => {
      end.throwIfAborted();
      const input = (await operation.security?.(given, settings)) ?? given;
      const request = writeCall(
        operationId,
        operation,
        input,
        options.baseUrl,
        options.headers,
        callOptions?.headers,
      );
      return exchange(operationId, operation, request, end, settings);
    };
    try {
      // A credential that is never there and a `fetch` that ignores its signal end in time as well.
      return await Promise.race([
        work(),
        new Promise<never>((_, reject) => {
          end.onabort = () => reject(end.reason);
        }),
      ]);
    } finally {
      clearTimeout(timer);
    }
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
