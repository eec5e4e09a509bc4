import { type Answer, UnexpectedResponseError } from "./client-error.js";
import type { ClientOperation } from "./operation.js";

/** `application/json` and `application/problem+json; charset=utf-8`. An answer that names no type is tried. */
const JSON_TYPE = /^([^;]+[/+]json *(;|$)|$)/i;

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
  let isExpected: unknown;
  if (typeof reader === "function") {
    const read = await reader(response);
    body = read?.body;
    isExpected = read;
  } else {
    body = await response.text();
    try {
      body = JSON.parse(`${body}`);
      isExpected = reader && JSON_TYPE.test(headers["content-type"] ?? "");
    } catch {
      // The text stays the body, for whoever looks into the error.
    }
  }
  const answer = { status, headers, body };
  return isExpected ? answer : new UnexpectedResponseError(operationId, answer);
}
