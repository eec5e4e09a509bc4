import { REST_API_RESOURCES } from "../../api-gateway/limits.js";
import { planResources } from "../../api-gateway/resources.js";
import type { TargetRule } from "../rule.js";

export const resourceQuota: TargetRule = {
  code: "GW2025",
  title: "The API has more resources than the quota allows",
  severity: "error",
  target: "rest-api",
  check(contract, settings, report) {
    const { count } = planResources(contract);
    const quota = settings.quotas?.resources ?? REST_API_RESOURCES;
    if (count > quota) {
      report({
        at: `${contract.at}/paths`,
        message: `the paths make ${count} resources, those in between included; the quota is ${quota}`,
        fix: "Split the API, replace groups of paths by {proxy+}, or have the quota raised and set quotas.resources.",
      });
    }
  },
};
