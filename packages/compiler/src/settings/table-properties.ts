/** Properties of `AWS::DynamoDB::Table` that both templates can say; the settings check names others. */
export const TABLE_PROPERTIES = [
  "AttributeDefinitions",
  "BillingMode",
  "DeletionProtectionEnabled",
  "GlobalSecondaryIndexes",
  "KeySchema",
  "LocalSecondaryIndexes",
  "PointInTimeRecoverySpecification",
  "ProvisionedThroughput",
  "SSESpecification",
  "StreamSpecification",
  "TableClass",
  "TimeToLiveSpecification",
] as const;
