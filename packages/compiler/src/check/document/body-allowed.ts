import type { SourceRule } from "./source-rule.js";

export const bodyAllowed: SourceRule = {
  code: "GW1057",
  title: "A request body where HTTP gives it no meaning",
  severity: "warning",
  kinds: ["operation"],
  check(operation, report) {
    const body = operation.get("requestBody");
    if (body && ["get", "head", "trace"].includes(operation.key)) {
      report({
        at: body.at,
        isAtKey: true,
        message: `${operation.key.toUpperCase()} with a request body: clients and proxies may drop it`,
        fix: "Use parameters, or another method.",
      });
    }
  },
};
