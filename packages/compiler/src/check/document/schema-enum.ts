import { isList } from "../../source/json-object.js";
import type { SourceRule } from "./source-rule.js";

export const schemaEnum: SourceRule = {
  code: "GW1042",
  title: "An enum lists no values, or one of them twice",
  severity: "error",
  kinds: ["schema"],
  check(cursor, report) {
    const values = cursor.get("enum");
    if (!values) {
      return;
    }
    if (!isList(values.value) || values.value.length === 0) {
      report({
        // JSON Schema only advises against it, and generators write it.
        severity: isList(values.value) ? "warning" : "error",
        at: values.at,
        isAtKey: true,
        message: isList(values.value)
          ? "enum lists no values, so that nothing is allowed"
          : "enum must be a list of values",
        fix: "List what is allowed, or remove the enum.",
      });
      return;
    }
    const first = new Map<string, string>();
    for (const item of values.items()) {
      const text = JSON.stringify(item.value);
      const earlier = first.get(text);
      if (earlier === undefined) {
        first.set(text, item.at);
      } else {
        report({
          severity: "warning",
          at: item.at,
          message: `enum lists ${text} twice`,
          related: [{ at: earlier, message: "first listed here" }],
          fix: "Remove one of them.",
        });
      }
    }
  },
};
