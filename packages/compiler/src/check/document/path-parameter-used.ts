import { pathParameterName, pathVariables } from "../../build/parameter.js";
import { nearestName } from "../../source/nearest-name.js";
import { declaredParameters, isUnderPaths, operationsOf } from "./declared-parameters.js";
import { quoted, type SourceRule } from "./source-rule.js";

export const pathParameterUsed: SourceRule = {
  code: "GW1031",
  title: "A path parameter is not in its path template",
  severity: "error",
  kinds: ["pathItem"],
  check(item, report) {
    if (!isUnderPaths(item)) {
      return;
    }
    const variables = pathVariables(item.key);
    for (const holder of [item, ...operationsOf(item)]) {
      const declared = (declaredParameters(holder) ?? [])
        .filter((each) => each.in === "path")
        .map((each) => ({ ...each, name: pathParameterName(each.name, item.key) }));
      for (const { name, at } of declared) {
        if (variables.includes(name)) {
          continue;
        }
        // A variable that is declared nowhere is the likelier place of the slip; that is said there.
        const missing = variables.filter((each) => !declared.some((other) => other.name === each));
        if (nearestName(name, missing) !== null) {
          continue;
        }
        report({
          at,
          message: `the path parameter ${quoted(name)} is not in the template ${quoted(item.key)}`,
          fix: `Put {${name}} into the path, or remove the parameter.`,
        });
      }
    }
  },
};
