import { templateVariables } from "../../build/path-template.js";
import { quoted, type SourceRule } from "./source-rule.js";

export const serverVariables: SourceRule = {
  code: "GW1056",
  title: "A server URL has a variable that is not defined",
  severity: "error",
  kinds: ["server"],
  check(server, report) {
    const known = (server.get("variables")?.entries() ?? []).map((entry) => entry.key);
    for (const name of new Set(templateVariables(server.string("url") ?? ""))) {
      if (!known.includes(name)) {
        report({
          at: `${server.at}/url`,
          message: `the variable ${quoted(name)} of the server URL is not defined`,
          fix: `Add it to variables: { ${name}: { default: … } }.`,
        });
      }
    }
  },
};
