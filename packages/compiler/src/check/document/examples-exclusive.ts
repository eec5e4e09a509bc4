import type { SourceRule } from "./source-rule.js";

export const examplesExclusive: SourceRule = {
  code: "GW1024",
  title: "example and examples exclude each other",
  severity: "error",
  kinds: ["parameter", "header", "mediaType"],
  check(cursor, report) {
    if (!cursor.object || !Object.hasOwn(cursor.object, "example")) {
      return;
    }
    if (Object.hasOwn(cursor.object, "examples")) {
      report({
        at: `${cursor.at}/example`,
        isAtKey: true,
        message: '"example" and "examples" stand side by side; only one of them may',
        related: [{ at: `${cursor.at}/examples`, isAtKey: true, message: "the examples" }],
        fix: "Make the single example one of the examples.",
      });
    }
  },
};
