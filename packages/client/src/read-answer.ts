import { type Answer, UnexpectedResponseError } from "./client-error.js";
import type { ClientOperation } from "./operation.js";

/**
 * Reads an answer as its operation declares it. Throws an `UnexpectedResponseError` for a status, a media type
 * or a text that is not declared, and whatever reading throws when the connection breaks.
 */
export async function readAnswer(
  id: string,
  { responses }: ClientOperation,
  response: Response,
): Promise<Answer> {
  const { status } = response;
  const headers = Object.fromEntries(response.headers);
  const range = `${Math.trunc(status / 100)}XX`;
  const key = [status, range, "default"].find((name) => Object.hasOwn(responses, name));
  const reader = key && responses[key];
  if (reader === null) {
    return { status, headers, body: undefined };
  }
  if (typeof reader === "function") {
    const body = await reader(response);
    if (body !== undefined) {
      return { status, headers, body };
    }
  } else if (reader && reader !== "json") {
    return { status, headers, body: await response[reader]() };
  }
  let body: unknown = await (response.bodyUsed ? undefined : response.text());
  let reason = key ? "has another media type than declared" : "is not a declared status";
  if (/[/+]json\b/i.test(headers["content-type"] ?? "")) {
    try {
      body = JSON.parse(String(body));
      if (reader) {
        return { status, headers, body };
      }
    } catch {
      reason = "is not JSON";
    }
  }
  throw new UnexpectedResponseError(id, { status, headers, body }, reason);
}
