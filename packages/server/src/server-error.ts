/** Operations of the contract have no function in `handlers`. */
export class MissingHandlerError extends TypeError {
  readonly operations: readonly string[];
  constructor(operations: readonly string[]) {
    super(`handlers has no function for ${operations.join(", ")}`);
    this.name = "MissingHandlerError";
    this.operations = operations;
  }
}

/** A handler returned something that its `reply` has not made. */
export class MissingReplyError extends TypeError {
  readonly operationId: string;
  constructor(operationId: string) {
    super(`the handler of ${operationId} returned something else than what reply(…) gave it`);
    this.name = "MissingReplyError";
    this.operationId = operationId;
  }
}

/** A handler's answer is not what the contract declares. */
export class ResponseContractError extends TypeError {
  readonly operationId: string;
  readonly status: number;
  /** One sentence per difference. */
  readonly differences: readonly string[];
  constructor(operationId: string, status: number, differences: readonly string[]) {
    super(`${operationId} answered ${status} against its contract: ${differences.join("; ")}`);
    this.name = "ResponseContractError";
    this.operationId = operationId;
    this.status = status;
    this.differences = differences;
  }
}

/** `invoke` was given the name of no operation. */
export class UnknownOperationError extends TypeError {
  readonly operationId: string;
  constructor(operationId: string) {
    super(`no operation is called ${JSON.stringify(operationId)}`);
    this.name = "UnknownOperationError";
    this.operationId = operationId;
  }
}
