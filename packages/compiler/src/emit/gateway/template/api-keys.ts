import type { JsonObject } from "@gatewright/contract";

/** A key that works: it belongs to a usage plan that covers the stage. */
export function apiKeyResources(apiId: string): JsonObject {
  const stage = { Ref: `${apiId}.Stage` };
  return {
    [`${apiId}Key`]: {
      Type: "AWS::ApiGateway::ApiKey",
      Properties: {
        Enabled: true,
        StageKeys: [{ RestApiId: { Ref: apiId }, StageName: stage }],
      },
    },
    [`${apiId}UsagePlan`]: {
      Type: "AWS::ApiGateway::UsagePlan",
      Properties: { ApiStages: [{ ApiId: { Ref: apiId }, Stage: stage }] },
    },
    [`${apiId}UsagePlanKey`]: {
      Type: "AWS::ApiGateway::UsagePlanKey",
      Properties: {
        KeyId: { Ref: `${apiId}Key` },
        KeyType: "API_KEY",
        UsagePlanId: { Ref: `${apiId}UsagePlan` },
      },
    },
  };
}
