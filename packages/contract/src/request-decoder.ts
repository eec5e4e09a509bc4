import { decodeBody } from "./body-decoder.js";
import type { Codecs } from "./codecs.js";
import type { OperationRow } from "./operation-row.js";
import {
  type DecodedParameters,
  decodeParameters,
  type ParameterValues,
} from "./parameter-decoder.js";
import type { ProblemError } from "./problem.js";
import { checkBody, checkParameters } from "./request-check.js";
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

/**
 * Decodes and checks a request against its operation. Pure; the one path that server and mocks share. `codecs` has
 * to hold what `requiredCodecs` names.
 */
export function decodeRequest(
  row: OperationRow,
  validators: RequestValidators | undefined,
  parts: RequestParts,
  codecs: Codecs,
): DecodedRequest {
  const errors: ProblemError[] = [];
  const input: RequestInput = row.parameters
    ? decodeParameters(row.parameters, parts, errors, codecs)
    : {};
  checkParameters(row, validators, input, errors);
  let status: 400 | 415 = 400;
  if (row.body) {
    const body = decodeBody(row.body, parts.contentType, parts.body, codecs);
    if (body.kind === "refused") {
      status = body.status;
      errors.push(body.error);
    } else if (body.kind === "decoded") {
      const { mediaType, value } = body;
      checkBody(validators, mediaType, value, errors);
      input.body = row.body.content.length > 1 ? { mediaType, body: value } : value;
    }
  }
  return errors.length === 0 ? { kind: "ok", input } : { kind: "refused", status, errors };
}
