import { type Answer, type ClientError, NetworkError } from "./client-error.js";
import type { ClientOperation } from "./operation.js";
import type { ClientOptions } from "./options.js";
import { readAnswer } from "./read-answer.js";

/**
 * Sends a request until it is answered well enough or the attempts are used up, and gives or throws the last
 * result. Waits grow exponentially and are random, so that clients do not come back together.
 */
export async function exchange(
  operationId: string,
  operation: ClientOperation,
  [url, init]: readonly [url: string, init: RequestInit],
  signal: AbortSignal,
  { fetch: send = fetch, retry: { attempts = 3, maxDelayMs = 5_000 } = {} }: ClientOptions,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    // A new request each time costs less than to keep one that can be sent again.
    const request = new Request(url, { ...init, signal });
    let result: Answer | ClientError;
    try {
      result = await readAnswer(operationId, operation, await send(request));
    } catch (cause) {
      result = new NetworkError(operationId, "no answer", { attempts: attempt, cause });
    }
    signal.throwIfAborted();
    const after = `${result.headers?.["retry-after"]}`;
    // Seconds or a date. Source: RFC 9110, section 10.2.3.
    const askedMs = +after * 1e3 || Date.parse(after) - Date.now();
    if (
      attempt >= attempts ||
      askedMs > maxDelayMs ||
      (/^P[OA]/.test(request.method) && !request.headers.has("idempotency-key")) ||
      // 500 is not repeated: it is the API's own failure, and would be one again.
      !/^(0|429|50[234])$/.test(`${result.status ?? 0}`)
    ) {
      if (result instanceof Error) {
        throw result;
      }
      return result;
    }
    await new Promise<unknown>((resolve) => {
      const delayMs = askedMs || Math.random() * Math.min(100 * 2 ** attempt, maxDelayMs);
      const timer = setTimeout(resolve, delayMs);
      signal.addEventListener("abort", () => resolve(clearTimeout(timer)));
    });
    signal.throwIfAborted();
  }
}
