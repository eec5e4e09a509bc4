import {
  checkResponse,
  type OperationRow,
  type ResponseValidators,
  type ResponseValidatorTable,
  type ResponseValue,
} from "@gatewright/contract";

/** A handler's answer is not what the contract declares. */
export class ResponseContractError extends TypeError {
  override readonly name = "ResponseContractError";
  readonly operationId: string;
  readonly status: number;
  /** One sentence per difference. */
  readonly differences: readonly string[];
  constructor(operationId: string, status: number, differences: readonly string[]) {
    super(`${operationId} answered ${status} against its contract: ${differences.join("; ")}`);
    this.operationId = operationId;
    this.status = status;
    this.differences = differences;
  }
}

/** Checks an answer of an operation, which is given by its identifier and its row. Throws a `ResponseContractError`. */
export type ResponseChecks = (identifier: string, row: OperationRow, value: ResponseValue) => void;

const NO_CHECKS: ResponseValidators = {};

/** The checks of every answer against the contract: for development and tests. */
export function checkResponses(validators: ResponseValidatorTable): ResponseChecks {
  return (identifier, row, value) => {
    const own = Object.hasOwn(validators, identifier) ? validators[identifier] : NO_CHECKS;
    const differences = checkResponse(row, own, value);
    if (differences.length > 0) {
      throw new ResponseContractError(row.id, value.status, differences);
    }
  };
}
