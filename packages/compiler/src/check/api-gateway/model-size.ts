import { MODEL_BYTES } from "../../api-gateway/limits.js";
import { planModels } from "../../api-gateway/model/plan-models.js";
import { schemaTable } from "../../api-gateway/schema-table.js";
import type { TargetRule } from "../rule.js";

export const modelSize: TargetRule = {
  code: "GW2062",
  title: "A model is larger than API Gateway takes",
  severity: "error",
  target: "rest-api",
  check(contract, _settings, report) {
    const { models, renamed } = planModels(contract);
    const table = schemaTable(contract);
    for (const [model, schema] of models) {
      const bytes = Buffer.byteLength(JSON.stringify(schema));
      if (bytes > MODEL_BYTES) {
        const name = renamed.get(model) ?? model;
        report({
          at: table.get(name)?.at ?? contract.at,
          isAtKey: true,
          message: `the model ${model} is ${Math.ceil(bytes / 1024)} KiB; API Gateway takes ${MODEL_BYTES / 1024} KiB`,
          fix: "Give parts of the schema names of their own under components.schemas.",
        });
      }
    }
  },
};
