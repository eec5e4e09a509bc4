import type { OperationRow } from "./operation-row.js";
import { defaultOf, keyOf } from "./parameter-decoder.js";
import type { ProblemError } from "./problem.js";
import { checkBody, checkParameters } from "./request-check.js";
import type { DecodedRequest, RequestInput } from "./request-decoder.js";
import type { RequestValidators } from "./validator.js";

const GROUPS = { path: "path", query: "query", header: "headers", cookie: "cookies" } as const;

/**
 * Checks input that was never text, as `invoke` takes it: fills in defaults, then validates what
 * `decodeRequest` would. `input` itself is left as it is.
 */
export function checkInput(
  row: OperationRow,
  validators: RequestValidators | undefined,
  given: RequestInput,
): DecodedRequest {
  const errors: ProblemError[] = [];
  const input: RequestInput = {};
  for (const parameter of row.parameters ?? []) {
    const group = GROUPS[parameter.in];
    const name = keyOf(parameter);
    input[group] ??= { ...given[group] };
    if (parameter.default !== undefined && input[group][name] === undefined) {
      input[group][name] = defaultOf(parameter);
    }
  }
  checkParameters(row, validators, input, errors);
  const { content = [], required } = row.body ?? {};
  if (given.body !== undefined && row.body) {
    const { mediaType, body } =
      content.length > 1
        ? selected(given.body)
        : { mediaType: content[0]?.mediaType ?? "", body: given.body };
    checkBody(validators, mediaType, body, errors);
    input.body = given.body;
  } else if (required) {
    errors.push({ detail: "a body is required", pointer: "" });
  }
  return errors.length === 0 ? { kind: "ok", input } : { kind: "refused", status: 400, errors };
}

function selected(given: unknown): { mediaType: string; body: unknown } {
  const { mediaType, body }: { mediaType?: unknown; body?: unknown } = Object(given);
  return { mediaType: String(mediaType), body };
}
