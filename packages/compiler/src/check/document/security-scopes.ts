import { nearestName } from "../../source/nearest-name.js";
import { quoted, type SourceRule } from "./source-rule.js";

export const securityScopes: SourceRule = {
  code: "GW1054",
  title: "A scope is not one of its OAuth scheme",
  severity: "warning",
  kinds: ["document", "operation"],
  check(cursor, report, { root }) {
    const schemes = root.get("components")?.get("securitySchemes");
    for (const requirement of cursor.get("security")?.items() ?? []) {
      for (const entry of requirement.entries()) {
        const scheme = schemes?.get(entry.key)?.follow();
        if (scheme?.string("type") !== "oauth2") {
          continue;
        }
        const flows = scheme.get("flows")?.entries() ?? [];
        const known = flows.flatMap((flow) =>
          (flow.get("scopes")?.entries() ?? []).map((scope) => scope.key),
        );
        for (const item of entry.items()) {
          if (typeof item.value === "string" && !known.includes(item.value)) {
            const nearest = nearestName(item.value, known);
            report({
              at: item.at,
              message: `the scheme ${quoted(entry.key)} has no scope ${quoted(item.value)}`,
              fix: nearest
                ? `Did you mean ${quoted(nearest)}?`
                : "List it under scopes of the flow that grants it.",
            });
          }
        }
      }
    }
  },
};
