import { HTTP_API_ROUTES } from "../../api-gateway/limits.js";
import type { TargetRule } from "../rule.js";

export const routeQuota: TargetRule = {
  code: "GW2210",
  title: "The API has more routes than the quota allows",
  severity: "error",
  target: "http-api",
  check(contract, _settings, report) {
    const routes = contract.operations.length;
    if (routes > HTTP_API_ROUTES) {
      report({
        at: `${contract.at}/paths`,
        message: `the operations make ${routes} routes; an HTTP API has ${HTTP_API_ROUTES}`,
        fix: "Split the API, or replace groups of paths by {proxy+}.",
      });
    }
  },
};
