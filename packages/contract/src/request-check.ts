import type { OperationRow } from "./operation-row.js";
import type { DecodedParameters } from "./parameter-decoder.js";
import type { ProblemError } from "./problem.js";
import { bodyErrors, parameterErrors } from "./problem-errors.js";
import type { RequestValidators, ValidationError, Validator } from "./validator.js";

/** Adds what is wrong with decoded parameters; one that could not be decoded has its complaint already. */
export function checkParameters(
  { parameters = [] }: OperationRow,
  validators: RequestValidators | undefined,
  input: DecodedParameters,
  errors: ProblemError[],
): void {
  const found = validators?.parameters && check(validators.parameters, input);
  if (found) {
    const known = [...errors];
    for (const error of parameterErrors(found, input, parameters)) {
      if (!known.some((other) => isSameParameter(other, error))) {
        errors.push(error);
      }
    }
  }
}

/** Adds what is wrong with a body. */
export function checkBody(
  validators: RequestValidators | undefined,
  mediaType: string,
  value: unknown,
  errors: ProblemError[],
): void {
  const table = validators?.body;
  const validate = table && Object.hasOwn(table, mediaType) ? table[mediaType] : undefined;
  const found = validate && check(validate, value);
  if (found) {
    errors.push(...bodyErrors(found, value));
  }
}

const TOO_DEEP: readonly ValidationError[] = [{ keyword: "depth", instancePath: "", params: {} }];

/** What is wrong; null when nothing is. */
function check(validate: Validator, value: unknown): readonly ValidationError[] | null {
  try {
    return validate(value) ? null : (validate.errors ?? []);
  } catch (cause) {
    // A schema that refers to itself follows a value as deep as it goes; the caller has nested it deeper than the stack is.
    if (cause instanceof RangeError) {
      return TOO_DEEP;
    }
    throw cause;
  }
}

function isSameParameter(one: ProblemError, other: ProblemError): boolean {
  return "in" in one && "in" in other && one.in === other.in && one.name === other.name;
}
