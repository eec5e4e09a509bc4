import type { JsonObject } from "@gatewright/contract";
import type { Emitter } from "../emitter.js";
import { jsonFile } from "../file.js";
import {
  type Deployment,
  deploymentOf,
  environmentOf,
  LOG_RETENTION_DAYS,
} from "./deployed-functions.js";
import { apiConfiguration } from "./terraform/api.js";
import { functionConfiguration, variableName } from "./terraform/functions.js";
import { tableConfiguration } from "./terraform/tables.js";
import { expression } from "./terraform/text.js";

/** Writes `terraform/*.tf.json`: a module with the API, its functions and tables. */
export const terraformEmitter: Emitter = {
  name: "terraform",
  needs: [],
  emit(contract, { settings }) {
    const deployment = deploymentOf(contract, settings);
    const root = settings.rootFromOutput ?? ".";
    const folder = root === "." ? ".." : `../${root}`;
    const tables = tableConfiguration(deployment);
    const files: readonly (readonly [string, JsonObject])[] = [
      ["main", MAIN],
      ["variables", { variable: variables(deployment) }],
      ["api", apiConfiguration(deployment, contract.info.title)],
      ["functions", functionConfiguration(deployment, folder)],
      ...(deployment.tables.length > 0
        ? [["tables", { resource: { aws_dynamodb_table: tables } }] as const]
        : []),
      ["outputs", { output: outputs(deployment) }],
    ];
    return files.map(([name, content]) => jsonFile(`terraform/${name}.tf.json`, content));
  },
};

const MAIN: JsonObject = {
  terraform: {
    required_version: ">= 1.5",
    required_providers: {
      aws: { source: "hashicorp/aws", version: ">= 5.80" },
      archive: { source: "hashicorp/archive", version: ">= 2.4" },
    },
  },
  data: {
    aws_partition: { current: {} },
    aws_region: { current: {} },
  },
};

function variables({ functions }: Deployment): JsonObject {
  const parameters = functions.flatMap((resource) =>
    Object.entries(environmentOf(resource)).flatMap(([name, value]) =>
      "parameter" in value
        ? [
            [
              variableName(value.parameter),
              { type: "string", description: `Value of ${name}` },
            ] as const,
          ]
        : [],
    ),
  );
  return {
    name_prefix: {
      type: "string",
      default: "",
      description: "Comes before every name, so that an account can hold the API twice",
    },
    stage_name: {
      type: "string",
      default: "live",
      description: "Stage of the API, the first segment of its URL",
    },
    log_retention_days: {
      type: "number",
      default: LOG_RETENTION_DAYS,
      description: "Days that logs are kept",
    },
    ...Object.fromEntries(parameters),
  };
}

function outputs({ hasApiKeys }: Deployment): JsonObject {
  return {
    api_url: {
      description: "Where the API answers",
      value: expression("aws_api_gateway_stage.api.invoke_url"),
    },
    ...(hasApiKeys && {
      api_key: {
        description: "The API key",
        value: expression("aws_api_gateway_api_key.api.value"),
        sensitive: true,
      },
    }),
  };
}
