import { planModels } from "../../api-gateway/model/plan-models.js";
import { schemaTable } from "../../api-gateway/schema-table.js";
import type { TargetRule } from "../rule.js";
import { reportOnce } from "./report-once.js";

export const modelNames: TargetRule = {
  code: "GW2060",
  title: "A schema has another name as a model",
  severity: "warning",
  target: "get-sdk",
  check(contract, _settings, report) {
    const { models, renamed } = planModels(contract);
    const table = schemaTable(contract);
    const places = [...models.keys()].flatMap((model) => {
      const name = renamed.get(model);
      const named = name === undefined ? undefined : table.get(name);
      return named === undefined || name === undefined
        ? []
        : [{ at: named.at, isAtKey: true as const, message: `${name} becomes ${model}` }];
    });
    reportOnce(report, places, {
      message: () =>
        `${places.map(({ message }) => message).join(", ")}: names of models have letters and digits only and differ in more than letter case, and requests have models of their own where a property is read-only`,
      fix: "Nothing to do, unless SDKs that API Gateway makes should have other class names.",
    });
  },
};
