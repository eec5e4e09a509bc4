/** `invoke` was given the name of no operation. */
export class UnknownOperationError extends TypeError {
  override readonly name = "UnknownOperationError";
  readonly operationId: string;
  constructor(operationId: string) {
    super(`no operation is called ${JSON.stringify(operationId)}`);
    this.operationId = operationId;
  }
}
