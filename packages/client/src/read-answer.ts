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
  let body: unknown;
  let isExpected: unknown = reader;
  if (typeof reader === "function") {
    const read = await reader(response);
    body = read?.body;
    isExpected = read;
  } else {
    body = await response.text();
    try {
      body = JSON.parse(`${body}`);
    } catch {
      // The text stays the body, for whoever looks into the error.
      isExpected = false;
    }
  }
  const answer = { status, headers, body };
  return isExpected ? answer : new UnexpectedResponseError(operationId, answer);
}
