import { pathParameterName, pathVariables } from "../../build/parameter.js";
import { nearestName } from "../../source/nearest-name.js";
import {
  declaredParameters,
  isUnderPaths,
  operationAt,
  operationsOf,
} from "./declared-parameters.js";
import { quoted, type SourceRule } from "./source-rule.js";

export const pathParameterDeclared: SourceRule = {
  code: "GW1030",
  title: "A path template has a variable that no parameter declares",
  severity: "error",
  kinds: ["pathItem"],
  check(item, report) {
    if (!isUnderPaths(item)) {
      return;
    }
    const common = declaredParameters(item);
    const variables = new Set(pathVariables(item.key).filter((name) => name !== ""));
    for (const operation of operationsOf(item)) {
      const own = declaredParameters(operation);
      if (common === null || own === null) {
        continue;
      }
      const inPath = [...common, ...own]
        .filter((each) => each.in === "path")
        .map((each) => ({ ...each, name: pathParameterName(each.name, item.key) }));
      const names = new Set(inPath.map((each) => each.name));
      const unused = inPath.filter((each) => !variables.has(each.name));
      for (const variable of variables) {
        if (names.has(variable)) {
          continue;
        }
        const slip = nearestName(
          variable,
          unused.map((each) => each.name),
        );
        report({
          at: operationAt(operation),
          message: `${operation.key.toUpperCase()} ${item.key} does not declare its path parameter ${quoted(variable)}`,
          related: unused
            .filter((each) => each.name === slip)
            .map((each) => ({ at: each.at, message: "this one is in no path template" })),
          fix: slip
            ? `Did you mean ${quoted(slip)}? Spell both alike.`
            : `Add { name: ${variable}, in: path, required: true, schema: { type: string } } to its parameters.`,
        });
      }
    }
  },
};
