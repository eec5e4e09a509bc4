import type { JsonObject } from "@gatewright/contract";
import type { Deployment } from "../deployed-functions.js";

/** Tables that outlive the stack and can be taken back to any second of the last days. */
export function tableResources({ tables }: Deployment): JsonObject {
  return Object.fromEntries(
    tables.map(({ logicalId, properties }) => [
      logicalId,
      {
        Type: "AWS::DynamoDB::Table",
        DeletionPolicy: "Retain",
        UpdateReplacePolicy: "Retain",
        Properties: {
          ...(!Object.hasOwn(properties, "ProvisionedThroughput") && {
            BillingMode: "PAY_PER_REQUEST",
          }),
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          ...properties,
        },
      },
    ]),
  );
}
