import type { Members } from "./dynalite-modules.js";

/** An error that the caller of DynamoDB gets to see, in the form that its protocol has. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly body: Members;

  constructor(type: string, message: string, members: Members = {}) {
    super(message);
    this.body = { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message, ...members };
  }

  /** The exception's name: `ConditionalCheckFailedException`. */
  get type(): string {
    return String(this.body.__type).replace(/^.*#/, "");
  }
}

/** dynalite's errors carry `statusCode` and `body`; anything else is a fault of its own. */
export function toDatabaseError(error: unknown): DatabaseError | null {
  if (error instanceof DatabaseError) return error;
  if (!(error instanceof Error) || !("body" in error)) return null;
  const { body } = error;
  if (typeof body !== "object" || body === null || !("__type" in body)) return null;
  const message = "message" in body ? String(body.message) : error.message;
  return new DatabaseError(String(body.__type).replace(/^.*#/, ""), message);
}

export function validationError(message: string): DatabaseError {
  return new DatabaseError("ValidationException", message);
}
