import { isUnderPaths } from "./declared-parameters.js";
import { quoted, type SourceRule } from "./source-rule.js";

export const pathQuery: SourceRule = {
  code: "GW1034",
  title: "A path holds a query string or a fragment",
  severity: "warning",
  kinds: ["pathItem"],
  check(item, report) {
    const found = /[?#]/.exec(item.key)?.[0];
    if (!isUnderPaths(item) || found === undefined) {
      return;
    }
    const at = item.parent?.atMember(item.key) ?? item.at;
    report({
      at,
      isAtKey: true,
      message: `the path ${quoted(item.key)} has a ${found === "?" ? "query string" : "fragment"}, which no server routes by`,
      fix:
        found === "?"
          ? "Declare query parameters, and one operation for all their values."
          : "Make it one operation; a fragment never reaches a server.",
    });
  },
};
