import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createTable, type Table } from "./table.js";

/** Variables of the environment, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** An environment variable that the function cannot do without is not set. */
export class MissingVariableError extends Error {
  override readonly name = "MissingVariableError";
  readonly variable: string;

  constructor(variable: string) {
    super(`the environment variable ${variable} is not set`);
    this.variable = variable;
  }
}

export interface ConnectOptions extends DynamoDBClientConfig {
  /** Longest wait for one answer of DynamoDB: with the SDK's three attempts it stays below the time that the function has. */
  readonly requestTimeoutMs?: number;
}

/** The table that `TABLE_NAME` names. Region, credentials and endpoint come from where the AWS SDK looks for them. */
export function connectTable(
  environment: Environment,
  { requestTimeoutMs = 2500, ...config }: ConnectOptions = {},
): Table {
  const tableName = environment.TABLE_NAME;
  if (!tableName) throw new MissingVariableError("TABLE_NAME");
  const client = new DynamoDBClient({
    requestHandler: {
      connectionTimeout: 1000,
      requestTimeout: requestTimeoutMs,
      // Without it the SDK only warns.
      throwOnRequestTimeout: true,
    },
    ...config,
  });
  return createTable(DynamoDBDocumentClient.from(client), tableName);
}
