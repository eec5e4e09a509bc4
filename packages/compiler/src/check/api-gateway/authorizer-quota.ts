import type { Contract } from "@gatewright/contract";
import { planAccess } from "../../api-gateway/access.js";
import { AUTHORIZERS } from "../../api-gateway/limits.js";
import type { ApiSettings } from "../../settings.js";
import type { Report, TargetRule } from "../rule.js";

/** Both products have the quota; what they need authorizers for differs. */
export const authorizerQuota: readonly TargetRule[] = (["rest-api", "http-api"] as const).map(
  (target) => ({
    code: "GW2109",
    title: "The API has more authorizers than the quota allows",
    severity: "error",
    target,
    check(contract: Contract, settings: ApiSettings, report: Report) {
      const { authorizers } = planAccess(contract, settings, target);
      const quota = settings.quotas?.authorizers ?? AUTHORIZERS;
      if (authorizers.length > quota) {
        report({
          at: `${contract.at}/components/securitySchemes`,
          message: `the operations need ${authorizers.length} authorizers; the quota is ${quota}`,
          fix: "Let operations ask for the same sets of schemes, or have the quota raised and set quotas.authorizers.",
        });
      }
    },
  }),
);
