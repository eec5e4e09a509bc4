import { DEFINITION_BYTES } from "../../api-gateway/limits.js";
import { restApiDefinition } from "../../api-gateway/rest-api/definition.js";
import type { TargetRule } from "../rule.js";

export const definitionSize: TargetRule = {
  code: "GW2004",
  title: "The definition is larger than an import takes",
  severity: "error",
  target: "rest-api",
  check(contract, settings, report) {
    const bytes = Buffer.byteLength(JSON.stringify(restApiDefinition(contract, settings)));
    if (bytes > DEFINITION_BYTES) {
      report({
        at: contract.at,
        message: `the definition is ${mebibytes(bytes)} without descriptions; API Gateway imports ${mebibytes(DEFINITION_BYTES)}`,
        fix: "Split the API into several, by tag for example, each with its own document.",
      });
    }
  },
};

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
