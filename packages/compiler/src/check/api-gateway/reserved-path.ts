import type { TargetRule } from "../rule.js";
import { pathsOf } from "./paths-of.js";

export const reservedPath: TargetRule = {
  code: "GW2028",
  title: "A path is reserved for health checks of AWS",
  severity: "warning",
  target: "rest-api",
  check(contract, _settings, report) {
    for (const { path, at } of pathsOf(contract)) {
      if (path === "/ping" || path === "/sping") {
        report({
          at,
          isAtKey: true,
          message: `API Gateway keeps ${path} for itself on custom domains without a base path`,
          fix: "Choose another path, /health for example.",
        });
      }
    }
  },
};
