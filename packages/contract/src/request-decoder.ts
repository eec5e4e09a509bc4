import { decodeBody } from "./body-decoder.js";
import type { OperationRow } from "./operation-row.js";
import {
  type DecodedParameters,
  decodeParameters,
  defaultOf,
  type ParameterValues,
} from "./parameter-decoder.js";
import type { ProblemError } from "./problem.js";
import { bodyErrors, parameterErrors } from "./problem-errors.js";
import type { RequestValidators } from "./validator.js";

/** A request as any source can give it: decoded once by the rules of its source, nothing interpreted yet. */
export interface RequestParts extends ParameterValues {
  /** The `Content-Type` header as sent. */
  readonly contentType: string | undefined;
  /** Bytes where the source has bytes (base64), else text; null when there is none. */
  readonly body: string | Uint8Array | null;
}

/** What a handler receives. With several declared media types `body` is `{ mediaType, body }`. */
export interface RequestInput extends DecodedParameters {
  body?: unknown;
}

/** A refused request is a value: everything that is wrong with it, and the status that says so. */
export type DecodedRequest =
  | { readonly kind: "ok"; readonly input: RequestInput }
  | {
      readonly kind: "refused";
      readonly status: 400 | 415;
      readonly errors: readonly ProblemError[];
    };

const NO_PARAMETERS: readonly never[] = [];

/** Decodes and checks a request against its operation. Pure; the one path that server and mocks share. */
export function decodeRequest(
  row: OperationRow,
  validators: RequestValidators | undefined,
  parts: RequestParts,
): DecodedRequest {
  const rows = row.parameters ?? NO_PARAMETERS;
  const errors: ProblemError[] = [];
  const input: RequestInput = rows.length > 0 ? decodeParameters(rows, parts, errors) : {};
  checkParameters(row, validators, input, errors);
  let status: 400 | 415 = 400;
  if (row.body) {
    const body = decodeBody(row.body, parts.contentType, parts.body);
    if (body.kind === "refused") {
      status = body.status;
      errors.push(...body.errors);
    } else if (body.kind === "decoded") {
      checkBody(validators, body.mediaType, body.value, errors);
      input.body =
        row.body.content.length > 1 ? { mediaType: body.mediaType, body: body.value } : body.value;
    }
  }
  return errors.length === 0 ? { kind: "ok", input } : { kind: "refused", status, errors };
}

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
  for (const parameter of row.parameters ?? NO_PARAMETERS) {
    const group = GROUPS[parameter.in];
    const name = parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name;
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

const GROUPS = { path: "path", query: "query", header: "headers", cookie: "cookies" } as const;

function selected(given: unknown): { mediaType: string; body: unknown } {
  const { mediaType, body }: { mediaType?: unknown; body?: unknown } = Object(given);
  return { mediaType: String(mediaType), body };
}

function checkParameters(
  row: OperationRow,
  validators: RequestValidators | undefined,
  input: RequestInput,
  errors: ProblemError[],
): void {
  const validate = validators?.parameters;
  if (validate && !validate(input)) {
    const undecodable = errors.length;
    for (const error of parameterErrors(
      validate.errors ?? [],
      input,
      row.parameters ?? NO_PARAMETERS,
    )) {
      // A parameter that could not be decoded has its complaint already.
      const isKnown = errors
        .slice(0, undecodable)
        .some(
          (known) =>
            "in" in known && "in" in error && known.in === error.in && known.name === error.name,
        );
      if (!isKnown) {
        errors.push(error);
      }
    }
  }
}

function checkBody(
  validators: RequestValidators | undefined,
  mediaType: string,
  value: unknown,
  errors: ProblemError[],
): void {
  const table = validators?.body;
  const validate = table && Object.hasOwn(table, mediaType) ? table[mediaType] : undefined;
  if (validate && !validate(value)) {
    errors.push(...bodyErrors(validate.errors ?? [], value));
  }
}
