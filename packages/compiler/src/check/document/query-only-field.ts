import { quoted, type SourceRule } from "./source-rule.js";

const QUERY_ONLY = ["allowReserved", "allowEmptyValue"];

export const queryOnlyField: SourceRule = {
  code: "GW1025",
  title: "A field has an effect in query parameters only",
  severity: "warning",
  kinds: ["parameter"],
  check(parameter, report) {
    const location = parameter.string("in");
    if (location === undefined || location === "query") {
      return;
    }
    for (const field of QUERY_ONLY) {
      if (parameter.get(field)) {
        report({
          at: `${parameter.at}/${field}`,
          isAtKey: true,
          message: `${quoted(field)} has no effect in a ${location} parameter`,
          fix: "Remove it; it says how query strings are written.",
        });
      }
    }
  },
};
