import type { EnvironmentValue, FunctionResource, JsonObject } from "@gatewright/contract";
import { pascalCase } from "../../../settings/slug.js";
import {
  type Deployment,
  environmentOf,
  FUNCTION_ARCHITECTURE,
  FUNCTION_HANDLER,
  FUNCTION_RUNTIME,
  hasIndexes,
  LOG_ACTIONS,
  TABLE_ACTIONS,
} from "../deployed-functions.js";

/** A function, its role and its log group. `folder` is the way from the template to the project root. */
export function functionResources(
  resource: FunctionResource,
  deployment: Deployment,
  folder: string,
  fixedName: string | null,
): JsonObject {
  const id = resource.logicalId;
  return {
    [`${id}Logs`]: {
      Type: "AWS::Logs::LogGroup",
      DeletionPolicy: "Delete",
      UpdateReplacePolicy: "Delete",
      Properties: { RetentionInDays: { Ref: "LogRetentionDays" } },
    },
    [`${id}Role`]: role(resource, deployment),
    [id]: {
      Type: "AWS::Serverless::Function",
      Properties: {
        ...(fixedName !== null && { FunctionName: fixedName }),
        CodeUri: folder === "." ? `./${resource.bundle}` : `${folder}/${resource.bundle}`,
        Handler: FUNCTION_HANDLER,
        Runtime: FUNCTION_RUNTIME,
        Architectures: [FUNCTION_ARCHITECTURE],
        MemorySize: resource.memoryMiB,
        Timeout: resource.timeoutSeconds,
        Role: { "Fn::GetAtt": [`${id}Role`, "Arn"] },
        LoggingConfig: { LogGroup: { Ref: `${id}Logs` } },
        Environment: {
          Variables: Object.fromEntries(
            Object.entries(environmentOf(resource)).map(([name, value]) => [
              name,
              environmentValue(value, deployment),
            ]),
          ),
        },
      },
    },
  };
}

function environmentValue(value: EnvironmentValue, { tables }: Deployment): string | JsonObject {
  if ("value" in value) {
    return value.value;
  }
  if ("parameter" in value) {
    return { Ref: parameterName(value.parameter) };
  }
  const table = tables.find(({ name }) => name === value.table);
  return table === undefined ? value.table : { Ref: table.logicalId };
}

/** Names of CloudFormation parameters are alphanumeric. */
export function parameterName(parameter: string): string {
  return pascalCase(parameter);
}

function role(resource: FunctionResource, { tables }: Deployment): JsonObject {
  const used = tables.filter(({ name }) => resource.tables.includes(name));
  const arns = used.flatMap(({ logicalId, properties }) => [
    { "Fn::GetAtt": [logicalId, "Arn"] },
    ...(hasIndexes(properties) ? [{ "Fn::Sub": `\${${logicalId}.Arn}/index/*` }] : []),
  ]);
  const logs = { "Fn::GetAtt": [`${resource.logicalId}Logs`, "Arn"] };
  const statements = [
    { Effect: "Allow", Action: LOG_ACTIONS, Resource: logs },
    ...(arns.length > 0 ? [{ Effect: "Allow", Action: TABLE_ACTIONS, Resource: arns }] : []),
  ];
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "lambda.amazonaws.com" },
            Action: "sts:AssumeRole",
          },
        ],
      },
      Policies: [
        {
          PolicyName: "function",
          PolicyDocument: { Version: "2012-10-17", Statement: statements },
        },
      ],
    },
  };
}
