import { quoted, type SourceRule } from "./source-rule.js";

export const parameterRequired: SourceRule = {
  code: "GW1038",
  title: "A path parameter is not marked as required",
  severity: "error",
  kinds: ["parameter"],
  check(cursor, report) {
    const name = cursor.string("name");
    if (cursor.string("in") !== "path" || name === undefined || !cursor.object) {
      return;
    }
    const isWritten = Object.hasOwn(cursor.object, "required");
    if (!isWritten || cursor.boolean("required") === false) {
      report({
        at: isWritten ? `${cursor.at}/required` : `${cursor.at}/name`,
        message: `the path parameter ${quoted(name)} must have "required: true"`,
        fix: "Add required: true. Without a value there is no such path.",
      });
    }
  },
};
