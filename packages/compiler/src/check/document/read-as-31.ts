import type { SourceRule } from "./source-rule.js";

export const readAs31: SourceRule = {
  code: "GW1019",
  title: "OpenAPI 3.2 is read as far as 3.1 goes",
  severity: "warning",
  kinds: ["document"],
  check(document, report, { version }) {
    if (version.is32) {
      report({
        at: `${document.at}/openapi`,
        message: `OpenAPI ${version.text} is read as far as 3.1 goes; what is new in it is ignored and named`,
        fix: "Nothing to do if nothing that you need is ignored.",
      });
    }
  },
};
