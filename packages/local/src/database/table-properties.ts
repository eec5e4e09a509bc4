import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";
import type { JsonObject, TableResource } from "@gatewright/contract";
import { isMembers } from "../definition/definition-reader.js";
import { LocalError } from "../local-error.js";

/** What a table of `resources.json` comes to: the call that creates it, and the attribute of its TTL. */
export interface TablePlan {
  readonly create: CreateTableCommandInput;
  readonly timeToLiveAttribute: string | null;
}

/** Properties of `AWS::DynamoDB::Table` that CreateTable takes under the same name. */
const CREATED = [
  "AttributeDefinitions",
  "BillingMode",
  "GlobalSecondaryIndexes",
  "KeySchema",
  "LocalSecondaryIndexes",
  "ProvisionedThroughput",
] as const;
/** Properties that change nothing on this machine: protection, backups, encryption, cost, monitoring. */
const WITHOUT_EFFECT = new Set([
  "ContributorInsightsSpecification",
  "DeletionProtectionEnabled",
  "KinesisStreamSpecification",
  "OnDemandThroughput",
  "PointInTimeRecoverySpecification",
  "ResourcePolicy",
  "SSESpecification",
  "StreamSpecification",
  "TableClass",
  "Tags",
  "TimeToLiveSpecification",
  "WarmThroughput",
]);

/** Reads the CloudFormation properties of a table; throws a `LocalError` for what they cannot be. */
export function planTable({ name, properties }: TableResource): TablePlan {
  const create: Record<string, unknown> = { TableName: name };
  for (const [property, value] of Object.entries(properties)) {
    if (CREATED.some((known) => known === property)) create[property] = value;
    else if (!WITHOUT_EFFECT.has(property)) {
      fail(name, `${JSON.stringify(property)} is not a property of AWS::DynamoDB::Table`);
    }
  }
  for (const required of ["AttributeDefinitions", "KeySchema"]) {
    if (!Array.isArray(create[required])) fail(name, `${required} is not a list`);
  }
  // CreateTable's default differs from CloudFormation's in nothing; without throughput only on-demand makes sense.
  if (create.ProvisionedThroughput === undefined) create.BillingMode = "PAY_PER_REQUEST";
  return {
    // Checked above as far as it is ours to check; the database checks the rest.
    create: create as unknown as CreateTableCommandInput,
    timeToLiveAttribute: readTimeToLive(name, properties),
  };
}

function readTimeToLive(table: string, properties: JsonObject): string | null {
  const value = properties.TimeToLiveSpecification;
  if (value === undefined || (isMembers(value) && value.Enabled === false)) return null;
  if (isMembers(value) && typeof value.AttributeName === "string") return value.AttributeName;
  return fail(table, "TimeToLiveSpecification has no AttributeName");
}

function fail(table: string, message: string): never {
  throw new LocalError([{ code: "GW6023", message: `table ${JSON.stringify(table)}: ${message}` }]);
}
