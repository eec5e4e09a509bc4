/** Something about the mocks themselves is wrong; a test should not go on. */
export class MockError extends Error {
  override readonly name = "MockError";
  /** Of the diagnostics catalogue: `gatewright explain GW5101`. */
  readonly code = "GW5101";
  /** The operation's identifier. */
  readonly operation: string;

  constructor(operation: string, message: string) {
    super(`mock of ${operation}: ${message}`);
    this.operation = operation;
  }
}
