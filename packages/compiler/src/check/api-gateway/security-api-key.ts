import { alwaysNeedsNativeKey, soleScheme } from "../../api-gateway/requirement.js";
import type { TargetRule } from "../rule.js";

/** A REST API checks keys in `x-api-key` beside an authorizer; an HTTP API has no keys of its own. */
export const securityApiKey: TargetRule = {
  code: "GW2107",
  title: "An HTTP API leaves API keys to the authorizer",
  severity: "warning",
  target: "http-api",
  check(contract, _settings, report) {
    const places = new Set<string>();
    for (const { security } of contract.operations) {
      const isShared = security.kind === "required" && soleScheme(security) === null;
      if (!isShared || !alwaysNeedsNativeKey(contract, security) || places.has(security.at)) {
        continue;
      }
      places.add(security.at);
      report({
        at: security.at,
        message:
          "callers need an API key in x-api-key beside something else; an HTTP API does not check it",
        fix: "Check the key in the authorizer function, or deploy a REST API, which checks it by itself.",
      });
    }
  },
};
