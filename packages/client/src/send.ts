import type { RetryOptions } from "./options.js";

/** Answers that another attempt can turn into a better one. 500 is not: it is the API's own failure. */
const REPEATED = [429, 502, 503, 504];

/** Milliseconds that `Retry-After` asks for, in seconds or as a date (RFC 9110, section 10.2.3). */
function askedDelayMs(response: Response | undefined): number {
  const asked = response?.headers.get("retry-after") ?? "";
  return /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now();
}

function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, delayMs);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Sends a request until it is answered well enough or the attempts are used up; rejects as `fetch` does.
 * Waits grow exponentially and are random, so that clients do not come back together.
 */
export async function send(
  request: Request,
  { attempts = 3, baseDelayMs = 100, maxDelayMs = 5_000 }: RetryOptions = {},
  fetchOnce: (request: Request) => Promise<Response>,
): Promise<Response> {
  const last =
    /^(GET|HEAD|PUT|DELETE|OPTIONS|TRACE)$/.test(request.method) ||
    request.headers.has("idempotency-key")
      ? attempts
      : 1;
  for (let attempt = 1; ; attempt++) {
    let response: Response | undefined;
    try {
      response = await fetchOnce(attempt < last ? request.clone() : request);
      if (attempt >= last || !REPEATED.includes(response.status)) {
        return response;
      }
    } catch (error) {
      if (attempt >= last) {
        throw error;
      }
    }
    request.signal.throwIfAborted();
    const asked = askedDelayMs(response);
    const delayMs =
      asked >= 0 ? asked : Math.min(Math.random() * baseDelayMs * 2 ** (attempt - 1), maxDelayMs);
    if (response && delayMs > maxDelayMs) {
      return response;
    }
    await wait(delayMs, request.signal);
    request.signal.throwIfAborted();
  }
}
