import type { DynamoDBClient, TableDescription } from "@aws-sdk/client-dynamodb";
import type { TableResource } from "@gatewright/contract";
import { LocalError, type LocalFinding } from "../local-error.js";
import { createMissingIndexes } from "./create-indexes.js";
import { describeTable, keyText, waitForTable } from "./describe-table.js";
import { planTable, type TablePlan } from "./table-properties.js";

/**
 * Creates the tables and indexes that are not there. What is there stays as it is; when its key differs from what is asked
 * for, a `LocalError` names it, because DynamoDB cannot change a key.
 */
export async function createTables(
  client: DynamoDBClient,
  tables: readonly TableResource[],
): Promise<void> {
  const plans = tables.map(planTable);
  const findings: LocalFinding[] = [];
  for (const plan of plans) {
    const existing = await describeTable(client, String(plan.create.TableName));
    if (existing === null) await create(client, plan);
    else findings.push(...(await reconcile(client, plan, existing)));
    await setTimeToLive(client, plan);
  }
  const [first, ...rest] = findings;
  if (first !== undefined) throw new LocalError([first, ...rest]);
}

async function create(client: DynamoDBClient, plan: TablePlan): Promise<void> {
  const { CreateTableCommand } = await import("@aws-sdk/client-dynamodb");
  const TableName = String(plan.create.TableName);
  try {
    await client.send(new CreateTableCommand(plan.create));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `table ${JSON.stringify(TableName)}: ${reason}`;
    throw new LocalError([{ code: "GW6023", message }], { cause });
  }
  await waitForTable(client, TableName);
}

async function reconcile(
  client: DynamoDBClient,
  plan: TablePlan,
  existing: TableDescription,
): Promise<readonly LocalFinding[]> {
  const wanted = keyText(plan.create.KeySchema, plan.create.AttributeDefinitions);
  const found = keyText(existing.KeySchema, existing.AttributeDefinitions);
  if (wanted === found) return createMissingIndexes(client, plan, existing);
  const name = JSON.stringify(plan.create.TableName);
  const message = `table ${name} exists with the key ${found}; resources.json wants ${wanted}`;
  return [{ code: "GW6021", message }];
}

async function setTimeToLive(client: DynamoDBClient, plan: TablePlan): Promise<void> {
  const { DescribeTimeToLiveCommand, UpdateTimeToLiveCommand } = await import(
    "@aws-sdk/client-dynamodb"
  );
  const { TableName } = plan.create;
  const { TimeToLiveDescription: now } = await client.send(
    new DescribeTimeToLiveCommand({ TableName }),
  );
  const isOn = now?.TimeToLiveStatus === "ENABLED" || now?.TimeToLiveStatus === "ENABLING";
  const attribute = plan.timeToLiveAttribute;
  if (isOn && now.AttributeName !== attribute) {
    const TimeToLiveSpecification = { AttributeName: now.AttributeName, Enabled: false };
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  }
  if (attribute !== null && !(isOn && now.AttributeName === attribute)) {
    const TimeToLiveSpecification = { AttributeName: attribute, Enabled: true };
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  }
}
