import type { SourceRule } from "./source-rule.js";

export const responsesDeclared: SourceRule = {
  code: "GW1051",
  title: "An operation declares no response",
  severity: "warning",
  kinds: ["operation"],
  check(operation, report, { version }) {
    const responses = operation.get("responses");
    const isEmpty =
      responses?.object && responses.entries().every((entry) => entry.key.startsWith("x-"));
    if (isEmpty || (responses === null && version.is31)) {
      report({
        at: responses ? responses.at : operation.at,
        isAtKey: true,
        message:
          "the operation declares no response, so that nothing it answers is in the contract",
        fix: 'Add at least one, for example "204": { description: Done }.',
      });
    }
  },
};
