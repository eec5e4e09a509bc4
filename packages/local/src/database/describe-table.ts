import type { DynamoDBClient, TableDescription } from "@aws-sdk/client-dynamodb";

const POLL_MS = 10;
const MAX_POLLS = 1_000;

/** A table as it is; null when there is none of this name. */
export async function describeTable(
  client: DynamoDBClient,
  TableName: string,
): Promise<TableDescription | null> {
  const { DescribeTableCommand } = await import("@aws-sdk/client-dynamodb");
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    return Table ?? null;
  } catch (error) {
    if (error instanceof Error && error.name === "ResourceNotFoundException") return null;
    throw error;
  }
}

/** Waits until a table and its indexes can be used, and gives it back. */
export async function waitForTable(
  client: DynamoDBClient,
  TableName: string,
): Promise<TableDescription | null> {
  for (let poll = 1; ; poll += 1) {
    const table = await describeTable(client, TableName);
    const indexes = table?.GlobalSecondaryIndexes ?? [];
    const isActive =
      table?.TableStatus === "ACTIVE" &&
      indexes.every(({ IndexStatus }) => IndexStatus === undefined || IndexStatus === "ACTIVE");
    if (isActive || poll === MAX_POLLS) return table;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** A key as messages show it: `pk (S) HASH, sk (S) RANGE`. */
export function keyText(
  elements: TableDescription["KeySchema"],
  attributes: TableDescription["AttributeDefinitions"],
): string {
  return (elements ?? [])
    .map(({ AttributeName, KeyType }) => {
      const type = attributes?.find((attribute) => attribute.AttributeName === AttributeName);
      return `${AttributeName} (${type?.AttributeType ?? "?"}) ${KeyType}`;
    })
    .join(", ");
}
