import type {
  DynamoDBClient,
  GlobalSecondaryIndex,
  TableDescription,
} from "@aws-sdk/client-dynamodb";
import type { LocalFinding } from "../local-error.js";
import { keyText, waitForTable } from "./describe-table.js";
import type { TablePlan } from "./table-properties.js";

/** Adds the global secondary indexes that a table lacks, one at a time; reports what cannot be had. */
export async function createMissingIndexes(
  client: DynamoDBClient,
  { create }: TablePlan,
  existing: TableDescription,
): Promise<readonly LocalFinding[]> {
  const findings: LocalFinding[] = [];
  const name = String(create.TableName);
  for (const index of create.GlobalSecondaryIndexes ?? []) {
    const wanted = keyText(index.KeySchema, create.AttributeDefinitions);
    const found =
      keyOfIndex(existing, index.IndexName) ??
      keyOfIndex(await addIndex(client, create, index), index.IndexName);
    if (found === wanted) continue;
    findings.push({
      code: "GW6021",
      message: `table ${JSON.stringify(name)} exists ${
        found === null ? "without the index" : `with the key ${found} of the index`
      } ${JSON.stringify(index.IndexName)}; resources.json wants ${wanted}`,
    });
  }
  return findings;
}

function keyOfIndex(table: TableDescription | null, name: string | undefined): string | null {
  const index = table?.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === name);
  return index === undefined ? null : keyText(index.KeySchema, table?.AttributeDefinitions);
}

/** The table after the attempt: an engine that cannot add indexes leaves it as it was. */
async function addIndex(
  client: DynamoDBClient,
  { TableName = "", AttributeDefinitions }: TablePlan["create"],
  index: GlobalSecondaryIndex,
): Promise<TableDescription | null> {
  const { UpdateTableCommand } = await import("@aws-sdk/client-dynamodb");
  const GlobalSecondaryIndexUpdates = [{ Create: index }];
  try {
    await client.send(
      new UpdateTableCommand({ TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates }),
    );
  } catch {
    // The caller sees that the index is not there, and says so.
  }
  return waitForTable(client, TableName);
}
