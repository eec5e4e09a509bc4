import { quoted, type SourceRule } from "./source-rule.js";

/** The standard's own pattern for the keys of every section of `components`. */
const NAME = /^[A-Za-z0-9._-]+$/;

export const componentName: SourceRule = {
  code: "GW1061",
  title: "The name of a component has characters that are not allowed",
  severity: "warning",
  kinds: ["components"],
  check(components, report) {
    for (const section of components.entries()) {
      if (section.key.startsWith("x-")) {
        continue;
      }
      for (const { key } of section.entries()) {
        if (!NAME.test(key)) {
          report({
            at: section.atMember(key),
            isAtKey: true,
            message: `the name ${quoted(key)} of a component has characters that are not allowed`,
            fix: 'Use letters A to Z and a to z, digits, ".", "-" and "_" only; other tools may refuse the document.',
          });
        }
      }
    }
  },
};
