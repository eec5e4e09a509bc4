import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { createTable, type Table } from "./table.js";

/** An environment variable that the function cannot do without is not set. */
export class MissingVariableError extends Error {
  override readonly name = "MissingVariableError";
  readonly variable: string;

  constructor(variable: string) {
    super(`the environment variable ${variable} is not set`);
    this.variable = variable;
  }
}

/**
 * The table that `TABLE_NAME` names. The AWS SDK is loaded here and not before (60 to 90 ms), so that a
 * request which never reaches the store does not wait for it. Region, credentials and endpoint come from
 * the environment as the SDK reads it.
 */
export async function connectFromEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  config: DynamoDBClientConfig = {},
): Promise<Table> {
  const tableName = environment.TABLE_NAME;
  if (!tableName) throw new MissingVariableError("TABLE_NAME");
  const [{ DynamoDBClient }, { DynamoDBDocument }] = await Promise.all([
    import("@aws-sdk/client-dynamodb"),
    import("@aws-sdk/lib-dynamodb"),
  ]);
  const client = new DynamoDBClient({
    // Below the time that a function has, so that a lost connection becomes an answer.
    requestHandler: { connectionTimeout: 1000, requestTimeout: 3000 },
    ...config,
  });
  return createTable(DynamoDBDocument.from(client), tableName);
}
