import type { TargetRule } from "../rule.js";
import { type ContractPath, pathsOf } from "./paths-of.js";

/** Variables of different names beside each other get one name; a greedy one beside another cannot. */
export const pathSiblingVariables: TargetRule = {
  code: "GW2022",
  title: "A resource has two variable children",
  severity: "error",
  target: "rest-api",
  check(contract, _settings, report) {
    const firstByParent = new Map<
      string,
      { readonly isGreedy: boolean; readonly of: ContractPath }
    >();
    for (const of of pathsOf(contract)) {
      let parent = "";
      for (const segment of of.segments) {
        if (segment.kind !== "variable") {
          parent += `/${segment.text}`;
          continue;
        }
        const first = firstByParent.get(parent);
        if (first === undefined) {
          firstByParent.set(parent, { isGreedy: segment.isGreedy, of });
        } else if (first.isGreedy !== segment.isGreedy) {
          report({
            at: of.at,
            isAtKey: true,
            message: `the paths ${JSON.stringify(of.path)} and ${JSON.stringify(first.of.path)} put a variable and a greedy variable at one place; a resource has one variable child`,
            related: [{ at: first.of.at, isAtKey: true, message: "the other path" }],
            fix: "Leave one of them out, or give it a fixed segment before the variable.",
          });
          break;
        }
        parent += "/{}";
      }
    }
  },
};
