import type { Json, JsonObject } from "@gatewright/contract";
import type { Deployment } from "../deployed-functions.js";
import { embeddedBody, invokedFunctions } from "../embedded-body.js";
import { expression, literal, localName } from "./text.js";

const ARN = `arn:${expression("data.aws_partition.current.partition")}`;
const REGION = expression("data.aws_region.current.id");

/** The REST API with its deployment, which is made anew whenever the definition changes. */
export function apiConfiguration(deployment: Deployment, title: string): JsonObject {
  return {
    locals: { definition: definitionOf(deployment) },
    resource: {
      aws_api_gateway_rest_api: {
        api: {
          name: `\${var.name_prefix}${literal(title)}`,
          body: expression("jsonencode(local.definition)"),
          put_rest_api_mode: "overwrite",
          fail_on_warnings: true,
          endpoint_configuration: { types: ["REGIONAL"] },
          lifecycle: { create_before_destroy: true },
        },
      },
      aws_api_gateway_deployment: {
        api: {
          rest_api_id: expression("aws_api_gateway_rest_api.api.id"),
          triggers: { definition: expression("sha1(jsonencode(local.definition))") },
          lifecycle: { create_before_destroy: true },
        },
      },
      aws_api_gateway_stage: {
        api: {
          rest_api_id: expression("aws_api_gateway_rest_api.api.id"),
          deployment_id: expression("aws_api_gateway_deployment.api.id"),
          stage_name: expression("var.stage_name"),
        },
      },
      ...permissions(deployment),
      ...(deployment.hasApiKeys && API_KEY_RESOURCES),
    },
  };
}

function definitionOf({ definition, functions }: Deployment): Json {
  const names = new Map(functions.map(({ name, logicalId }) => [name, localName(logicalId)]));
  return embeddedBody(
    definition,
    functions.map(({ name }) => name),
    (name) =>
      `${ARN}:apigateway:${REGION}:lambda:path/2015-03-31/functions/\${aws_lambda_function.${names.get(name)}.arn}/invocations`,
    literal,
  );
}

function permissions({ definition, functions }: Deployment): JsonObject {
  const { integrations, authorizers } = invokedFunctions(
    definition,
    functions.map(({ name }) => name),
  );
  const entries = functions.flatMap(({ name, logicalId }) => {
    const local = localName(logicalId);
    return [
      ...(integrations.has(name)
        ? [[`${local}_methods`, permission(local, "/*/*/*")] as const]
        : []),
      ...(authorizers.has(name)
        ? [[`${local}_authorizers`, permission(local, "/authorizers/*")] as const]
        : []),
    ];
  });
  return entries.length > 0 ? { aws_lambda_permission: Object.fromEntries(entries) } : {};
}

function permission(local: string, source: string): JsonObject {
  return {
    action: "lambda:InvokeFunction",
    function_name: expression(`aws_lambda_function.${local}.function_name`),
    principal: "apigateway.amazonaws.com",
    source_arn: `\${aws_api_gateway_rest_api.api.execution_arn}${source}`,
  };
}

const API_KEY_RESOURCES: JsonObject = {
  aws_api_gateway_api_key: { api: { name: `${expression("var.name_prefix")}api` } },
  aws_api_gateway_usage_plan: {
    api: {
      name: `${expression("var.name_prefix")}api`,
      api_stages: [
        {
          api_id: expression("aws_api_gateway_rest_api.api.id"),
          stage: expression("aws_api_gateway_stage.api.stage_name"),
        },
      ],
    },
  },
  aws_api_gateway_usage_plan_key: {
    api: {
      key_id: expression("aws_api_gateway_api_key.api.id"),
      key_type: "API_KEY",
      usage_plan_id: expression("aws_api_gateway_usage_plan.api.id"),
    },
  },
};
