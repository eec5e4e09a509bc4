import { matchMediaType } from "./media-type.js";
import type { OperationRow } from "./operation-row.js";
import { bodyErrors } from "./problem-errors.js";
import { matchStatus } from "./response-match.js";
import type { ResponseValidators } from "./validator.js";

/** A response before it is written: the value of its body, header values by lower-case name. */
export interface ResponseValue {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly mediaType: string | undefined;
  readonly body: unknown;
}

/** Everything in which a response differs from what its operation declares, one sentence each; empty when nothing does. */
export function checkResponse(
  row: OperationRow,
  validators: ResponseValidators | undefined,
  { status, headers, mediaType, body }: ResponseValue,
): string[] {
  const key = matchStatus(row.responses, status);
  const declared = key === undefined ? undefined : row.responses[key];
  if (key === undefined || !declared) {
    return [`status ${status} is not declared`];
  }
  const found = Object.entries(declared.headers ?? {})
    .filter(([name, header]) => header.required && headers[name] === undefined)
    .map(([name]) => `header ${name} is required`);
  const checks = validators && Object.hasOwn(validators, key) ? validators[key] : undefined;
  if (checks?.headers && !checks.headers(headers)) {
    for (const error of bodyErrors(checks.headers.errors ?? [], headers)) {
      const text = "pointer" in error ? `header ${error.pointer.slice(1)} ${error.detail}` : "";
      if (!found.includes(text)) {
        found.push(text);
      }
    }
  }
  const content = declared.content ?? [];
  if (content.length === 0) {
    return body === undefined ? found : [...found, `status ${status} has no body`];
  }
  const media = mediaType === undefined ? undefined : matchMediaType(content, mediaType);
  if (!media) {
    return [...found, `media type ${mediaType} is not declared for status ${status}`];
  }
  const table = checks?.body;
  const validate =
    table && Object.hasOwn(table, media.mediaType) ? table[media.mediaType] : undefined;
  if (validate && !validate(body)) {
    for (const error of bodyErrors(validate.errors ?? [], body)) {
      found.push(`body${"pointer" in error ? error.pointer : ""} ${error.detail}`);
    }
  }
  return found;
}
