import type { EnvironmentValue, FunctionResource, JsonObject } from "@gatewright/contract";
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
import { expression, literal, localName } from "./text.js";

/** Functions from their bundles, each with its own role and log group. `folder` leads to the project root. */
export function functionConfiguration(deployment: Deployment, folder: string): JsonObject {
  const each = (make: (resource: FunctionResource, local: string) => JsonObject): JsonObject =>
    Object.fromEntries(
      deployment.functions.map((resource) => {
        const local = localName(resource.logicalId);
        return [local, make(resource, local)];
      }),
    );
  return {
    data: {
      archive_file: each(({ bundle }, local) => ({
        type: "zip",
        source_dir: `\${path.module}/${literal(`${folder}/${bundle}`)}`,
        output_path: `\${path.module}/.build/${local}.zip`,
      })),
      aws_iam_policy_document: {
        lambda: {
          statement: [
            {
              actions: ["sts:AssumeRole"],
              principals: [{ type: "Service", identifiers: ["lambda.amazonaws.com"] }],
            },
          ],
        },
        ...each((resource, local) => ({ statement: statements(resource, local, deployment) })),
      },
    },
    resource: {
      aws_cloudwatch_log_group: each(({ name }) => ({
        name: `/aws/lambda/\${var.name_prefix}${literal(name)}`,
        retention_in_days: expression("var.log_retention_days"),
      })),
      aws_iam_role: each(({ name }) => ({
        name: `\${var.name_prefix}${literal(name)}`,
        assume_role_policy: expression("data.aws_iam_policy_document.lambda.json"),
      })),
      aws_iam_role_policy: each((_resource, local) => ({
        name: "function",
        role: expression(`aws_iam_role.${local}.id`),
        policy: expression(`data.aws_iam_policy_document.${local}.json`),
      })),
      aws_lambda_function: each((resource, local) => lambdaFunction(resource, local, deployment)),
    },
  };
}

function lambdaFunction(
  resource: FunctionResource,
  local: string,
  deployment: Deployment,
): JsonObject {
  const variables = Object.entries(environmentOf(resource)).map(([name, value]) => [
    name,
    environmentValue(value, deployment),
  ]);
  return {
    function_name: `\${var.name_prefix}${literal(resource.name)}`,
    role: expression(`aws_iam_role.${local}.arn`),
    filename: expression(`data.archive_file.${local}.output_path`),
    source_code_hash: expression(`data.archive_file.${local}.output_base64sha256`),
    handler: FUNCTION_HANDLER,
    runtime: FUNCTION_RUNTIME,
    architectures: [FUNCTION_ARCHITECTURE],
    memory_size: resource.memoryMiB,
    timeout: resource.timeoutSeconds,
    environment: { variables: Object.fromEntries(variables) },
    depends_on: [`aws_cloudwatch_log_group.${local}`, `aws_iam_role_policy.${local}`],
  };
}

function statements(
  resource: FunctionResource,
  local: string,
  { tables }: Deployment,
): readonly JsonObject[] {
  const arns = tables
    .filter(({ name }) => resource.tables.includes(name))
    .flatMap(({ logicalId, properties }) => {
      const arn = expression(`aws_dynamodb_table.${localName(logicalId)}.arn`);
      return hasIndexes(properties) ? [arn, `${arn}/index/*`] : [arn];
    });
  const logs = `\${aws_cloudwatch_log_group.${local}.arn}:*`;
  return [
    { actions: LOG_ACTIONS, resources: [logs] },
    ...(arns.length > 0 ? [{ actions: TABLE_ACTIONS, resources: arns }] : []),
  ];
}

function environmentValue(value: EnvironmentValue, { tables }: Deployment): string {
  if ("value" in value) {
    return literal(value.value);
  }
  if ("parameter" in value) {
    return expression(`var.${variableName(value.parameter)}`);
  }
  const table = tables.find(({ name }) => name === value.table);
  return table === undefined
    ? literal(value.table)
    : expression(`aws_dynamodb_table.${localName(table.logicalId)}.name`);
}

/** `TokenIssuer` → `token_issuer`; a name that starts with a digit gets a letter before it. */
export function variableName(parameter: string): string {
  const name = localName(parameter);
  return /^[a-z]/.test(name) ? name : `parameter_${name}`;
}
