import { nearestName } from "../../source/nearest-name.js";
import { quoted, type SourceRule } from "./source-rule.js";

export const securityDefined: SourceRule = {
  code: "GW1052",
  title: "A security scheme is not defined",
  severity: "error",
  kinds: ["document", "operation"],
  check(cursor, report, { root }) {
    const schemes = root.get("components")?.get("securitySchemes");
    const known = (schemes?.entries() ?? []).map((entry) => entry.key);
    for (const requirement of cursor.get("security")?.items() ?? []) {
      for (const entry of requirement.entries()) {
        if (known.includes(entry.key)) {
          continue;
        }
        const nearest = nearestName(entry.key, known);
        report({
          at: entry.at,
          isAtKey: true,
          message: `the security scheme ${quoted(entry.key)} is not defined`,
          fix: nearest
            ? `Did you mean ${quoted(nearest)}?`
            : "Define it under components.securitySchemes.",
        });
      }
    }
  },
};
