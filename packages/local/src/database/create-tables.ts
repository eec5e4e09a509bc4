import type { DynamoDBClient, TableDescription } from "@aws-sdk/client-dynamodb";
import type { TableResource } from "@gatewright/contract";
import { LocalError, type LocalFinding } from "../local-error.js";
import { planTable, type TablePlan } from "./table-properties.js";

const POLL_MS = 10;
const MAX_POLLS = 1_000;

/**
 * Creates the tables that are not there. One that is there stays as it is; when its key differs from what is asked
 * for, a `LocalError` names it, because DynamoDB cannot change a key.
 */
export async function createTables(
  client: DynamoDBClient,
  tables: readonly TableResource[],
): Promise<void> {
  const plans = tables.map(planTable);
  const findings: LocalFinding[] = [];
  for (const plan of plans) {
    const existing = await describe(client, String(plan.create.TableName));
    if (existing === null) await create(client, plan);
    else findings.push(...differences(plan, existing));
    await setTimeToLive(client, plan);
  }
  const [first, ...rest] = findings;
  if (first !== undefined) throw new LocalError([first, ...rest]);
}

async function describe(
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
  for (let poll = 0; poll < MAX_POLLS; poll += 1) {
    const table = await describe(client, TableName);
    if (table?.TableStatus === "ACTIVE") return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
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

function differences(plan: TablePlan, existing: TableDescription): readonly LocalFinding[] {
  const name = String(plan.create.TableName);
  const findings: LocalFinding[] = [];
  const wanted = keyText(plan.create.KeySchema, plan.create.AttributeDefinitions);
  const found = keyText(existing.KeySchema, existing.AttributeDefinitions);
  if (wanted !== found) {
    findings.push({
      code: "GW6021",
      message: `table ${JSON.stringify(name)} exists with the key ${found}; resources.json wants ${wanted}`,
    });
  }
  for (const index of plan.create.GlobalSecondaryIndexes ?? []) {
    const other = existing.GlobalSecondaryIndexes?.find(
      (candidate) => candidate.IndexName === index.IndexName,
    );
    const wantedKey = keyText(index.KeySchema, plan.create.AttributeDefinitions);
    const foundKey = other && keyText(other.KeySchema, existing.AttributeDefinitions);
    if (foundKey === wantedKey) continue;
    findings.push({
      code: "GW6021",
      message: `table ${JSON.stringify(name)} exists ${
        foundKey === undefined ? "without the index" : `with the key ${foundKey} of the index`
      } ${JSON.stringify(index.IndexName)}; resources.json wants ${wantedKey}`,
    });
  }
  return findings;
}

type Elements = TableDescription["KeySchema"];
type Attributes = TableDescription["AttributeDefinitions"];

/** `pk (S) HASH, sk (S) RANGE`. */
function keyText(elements: Elements, attributes: Attributes): string {
  return (elements ?? [])
    .map(({ AttributeName, KeyType }) => {
      const type = attributes?.find((attribute) => attribute.AttributeName === AttributeName);
      return `${AttributeName} (${type?.AttributeType ?? "?"}) ${KeyType}`;
    })
    .join(", ");
}
