import { forBoth } from "./for-both.js";

export const methodSupported = forBoth({
  code: "GW2029",
  title: "API Gateway has no such method",
  severity: "error",
  check(contract, _settings, report) {
    for (const { method, path, at } of contract.operations) {
      if (method === "TRACE") {
        report({
          at,
          isAtKey: true,
          message: `TRACE ${path}: API Gateway has no TRACE methods`,
          fix: "Remove the operation.",
        });
      }
    }
  },
});
