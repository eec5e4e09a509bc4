import type { Contract, JsonObject } from "@gatewright/contract";
import type { ApiSettings } from "../../../settings.js";
import {
  type Deployment,
  deploymentOf,
  environmentOf,
  LOG_RETENTION_DAYS,
} from "../deployed-functions.js";
import { apiKeyResources } from "./api-keys.js";
import { templateBody } from "./body.js";
import { functionResources, parameterName } from "./functions.js";
import { permissions } from "./permissions.js";
import { tableResources } from "./tables.js";

/** Retention periods that CloudWatch Logs knows. */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 3653,
];

/**
 * The SAM template. With `isBodyInFile` the definition is `rest-api.json` beside the template, whose variables
 * the import itself resolves; functions then have the names that it uses.
 */
export function samTemplate(
  contract: Contract,
  settings: ApiSettings,
  isBodyInFile: boolean,
): JsonObject {
  const deployment = deploymentOf(contract, settings);
  const apiId = `${settings.typeName}Api`;
  const folder = settings.rootFromOutput ?? ".";
  const functions = deployment.functions.map((resource) =>
    functionResources(resource, deployment, folder, isBodyInFile ? resource.name : null),
  );
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Transform: "AWS::Serverless-2016-10-31",
    // Linters take "${" in plain text for a forgotten Fn::Sub.
    Description:
      `${contract.info.title.replace(/\$(?=\{)/g, "")}: REST API, functions and tables`.slice(
        0,
        1024,
      ),
    Parameters: {
      StageName: {
        Type: "String",
        Default: "live",
        AllowedPattern: "^[A-Za-z0-9_-]{1,128}$",
        Description: "Stage of the API, the first segment of its URL",
      },
      LogRetentionDays: {
        Type: "Number",
        Default: LOG_RETENTION_DAYS,
        AllowedValues: RETENTION_DAYS,
        Description: "Days that logs are kept",
      },
      ...environmentParameters(deployment),
    },
    Resources: {
      [apiId]: {
        Type: "AWS::Serverless::Api",
        Properties: {
          StageName: { Ref: "StageName" },
          EndpointConfiguration: { Type: "REGIONAL" },
          OpenApiVersion: "3.0.1",
          // What the definition no longer has must go, and nothing may be dropped silently.
          Mode: "overwrite",
          FailOnWarnings: true,
          ...(isBodyInFile
            ? { DefinitionUri: "./rest-api.json" }
            : { DefinitionBody: templateBody(deployment) }),
        },
      },
      ...Object.assign({}, ...functions),
      ...permissions(deployment, apiId),
      ...(deployment.hasApiKeys && apiKeyResources(apiId)),
      ...tableResources(deployment),
    },
    Outputs: outputs(apiId, deployment),
  };
}

/** Values that are given at deployment; `local` ones are for this machine only. */
function environmentParameters({ functions }: Deployment): JsonObject {
  const named = functions.flatMap((resource) =>
    Object.entries(environmentOf(resource)).flatMap(([variable, value]) =>
      "parameter" in value
        ? [
            [
              parameterName(value.parameter),
              { Type: "String", MinLength: 1, Description: `Value of ${variable}` },
            ] as const,
          ]
        : [],
    ),
  );
  return Object.fromEntries(named);
}

function outputs(apiId: string, { hasApiKeys, tables }: Deployment): JsonObject {
  return {
    ApiUrl: {
      Description: "Where the API answers",
      Value: {
        "Fn::Sub": `https://\${${apiId}}.execute-api.\${AWS::Region}.\${AWS::URLSuffix}/\${StageName}`,
      },
    },
    ...(hasApiKeys && {
      ApiKeyId: { Description: "Id of the API key", Value: { Ref: `${apiId}Key` } },
    }),
    ...Object.fromEntries(
      tables.map(({ name, logicalId }) => [
        `${logicalId}Name`,
        { Description: `Deployed name of the table ${name}`, Value: { Ref: logicalId } },
      ]),
    ),
  };
}
