import type { JsonObject } from "@gatewright/contract";
import type { Deployment } from "../deployed-functions.js";
import { invokedFunctions } from "../embedded-body.js";

/** API Gateway may invoke a function only from this API: its methods from methods, its authorizers from authorizers. */
export function permissions({ definition, functions }: Deployment, apiId: string): JsonObject {
  const { integrations, authorizers } = invokedFunctions(
    definition,
    functions.map(({ name }) => name),
  );
  const entries = functions.flatMap(({ name, logicalId }) => [
    ...(integrations.has(name)
      ? [[`${logicalId}MethodPermission`, permission(logicalId, `\${${apiId}}/*/*/*`)] as const]
      : []),
    ...(authorizers.has(name)
      ? [
          [
            `${logicalId}AuthorizerPermission`,
            permission(logicalId, `\${${apiId}}/authorizers/*`),
          ] as const,
        ]
      : []),
  ]);
  return Object.fromEntries(entries);
}

function permission(logicalId: string, source: string): JsonObject {
  return {
    Type: "AWS::Lambda::Permission",
    Properties: {
      Action: "lambda:InvokeFunction",
      FunctionName: { "Fn::GetAtt": [logicalId, "Arn"] },
      Principal: "apigateway.amazonaws.com",
      SourceArn: {
        "Fn::Sub": `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:${source}`,
      },
    },
  };
}
