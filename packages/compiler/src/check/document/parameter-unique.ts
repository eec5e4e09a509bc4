import { identityOf, isLocation } from "../../build/parameter.js";
import { quoted, type SourceRule } from "./source-rule.js";

export const parameterUnique: SourceRule = {
  code: "GW1036",
  title: "A parameter is declared twice",
  severity: "error",
  kinds: ["operation", "pathItem"],
  check(cursor, report) {
    const first = new Map<string, string>();
    for (const item of cursor.get("parameters")?.items() ?? []) {
      const parameter = item.follow();
      const name = parameter?.string("name");
      const location = parameter?.string("in");
      if (!parameter || name === undefined || !isLocation(location)) {
        continue;
      }
      const identity = identityOf({ name, in: location });
      const isReference = item.string("$ref") !== undefined;
      const at = isReference ? `${item.at}/$ref` : `${item.at}/name`;
      const earlier = first.get(identity);
      if (earlier === undefined) {
        first.set(identity, at);
      } else {
        report({
          at,
          message: `the ${location} parameter ${quoted(name)} is declared twice`,
          related: [{ at: earlier, message: "first declared here" }],
          fix: "Remove one of them. A parameter is known by its name and place.",
        });
      }
    }
  },
};
