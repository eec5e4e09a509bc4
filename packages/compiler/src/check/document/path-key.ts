import { templateVariables } from "../../build/path-template.js";
import type { Severity } from "../../diagnostic/diagnostic.js";
import { isUnderPaths } from "./declared-parameters.js";
import { quoted, type SourceRule } from "./source-rule.js";

export const pathKey: SourceRule = {
  code: "GW1033",
  title: "A path is not written as a path template",
  severity: "error",
  kinds: ["pathItem"],
  check(item, report) {
    const path = item.key;
    if (!isUnderPaths(item)) {
      return;
    }
    const at = item.parent?.atMember(path) ?? item.at;
    const say = (message: string, fix: string, severity: Severity = "error"): void => {
      report({ severity, at, isAtKey: true, message, fix });
    };
    if (!path.startsWith("/")) {
      say(`the path ${quoted(path)} does not begin with "/"`, `Write ${quoted(`/${path}`)}.`);
    }
    const rest = path.replace(/\{[^{}/]*\}/g, "");
    if (/[{}]/.test(rest)) {
      say(
        `the path ${quoted(path)} has a brace without its partner`,
        "Write each variable as {name}, within one segment.",
      );
    }
    const variables = templateVariables(path);
    const repeated = variables.find((name, index) => variables.indexOf(name) !== index);
    if (repeated !== undefined) {
      say(
        `the path ${quoted(path)} has the variable ${quoted(repeated)} twice`,
        "Give each variable its own name: two values cannot go by one.",
        "warning",
      );
    }
    if (variables.includes("")) {
      say(
        `the path ${quoted(path)} has a variable without a name`,
        "Write a name between the braces.",
      );
    }
  },
};
