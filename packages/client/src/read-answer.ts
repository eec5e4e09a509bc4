import { type Answer, UnexpectedResponseError } from "./client-error.js";
import type { ClientOperation } from "./operation.js";

/**
 * An answer as its operation declares it, or an `UnexpectedResponseError` for a status that it does not declare
 * and for a body that is not as declared. Throws what reading throws when the connection breaks.
 */
export async function readAnswer(
  operationId: string,
  { responses }: ClientOperation,
  response: Response,
): Promise<Answer | UnexpectedResponseError> {
  const { status } = response;
  const headers = Object.fromEntries(response.headers);
  const reader = responses[status] ?? responses[`${`${status}`[0]}XX`] ?? responses.default;
  let isExpected: unknown = reader;
  let body: unknown;
  if (typeof reader === "function") {
    const read = await reader(response);
    isExpected = read;
    body = read?.body;
  } else {
    body = await response.text();
    try {
      body = JSON.parse(`${body}`);
    } catch {
      isExpected = false;
    }
  }
  const answer = { status, headers, body };
  return isExpected ? answer : new UnexpectedResponseError(operationId, answer);
}
