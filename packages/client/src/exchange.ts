import { type Answer, type ClientError, NetworkError } from "./client-error.js";
import type { ClientOperation } from "./operation.js";
import type { ClientOptions } from "./options.js";
import { readAnswer } from "./read-answer.js";

/**
 * Sends a request until it is answered well enough or the attempts are used up, and gives the last result.
 * Waits grow exponentially and are random, so that clients do not come back together.
 */
export async function exchange(
  operationId: string,
  operation: ClientOperation,
  request: Request,
  { fetch: send = fetch, retry: { attempts = 3, maxDelayMs = 5_000 } = {} }: ClientOptions,
): Promise<Answer | ClientError> {
  const { method, headers, signal } = request;
  for (let attempt = 1; ; attempt++) {
    let result: Answer | ClientError;
    try {
      signal.throwIfAborted();
      result = await readAnswer(operationId, operation, await send(request.clone()));
    } catch (cause) {
      result = new NetworkError(operationId, "no answer", { attempts: attempt, cause });
    }
    const after = `${result.headers?.["retry-after"]}`;
    // Seconds or a date. Source: RFC 9110, section 10.2.3.
    const askedMs = +after * 1e3 || Date.parse(after) - Date.now();
    if (
      attempt >= attempts ||
      askedMs > maxDelayMs ||
      signal.aborted ||
      (/^P[OA]/.test(method) && !headers.has("idempotency-key")) ||
      // 500 is not repeated: it is the API's own failure, and would be one again.
      !/^(0|429|50[234])$/.test(`${result.status ?? 0}`)
    ) {
      return result;
    }
    await new Promise<unknown>((resolve) => {
      const delayMs = askedMs || Math.random() * Math.min(100 * 2 ** attempt, maxDelayMs);
      const timer = setTimeout(resolve, delayMs);
      signal.onabort = () => resolve(clearTimeout(timer));
    });
  }
}
