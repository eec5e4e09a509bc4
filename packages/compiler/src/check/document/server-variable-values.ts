import type { Json } from "@gatewright/contract";
import { isList, own } from "../../source/json-object.js";
import { nearestName } from "../../source/nearest-name.js";
import { quoted, type SourceRule } from "./source-rule.js";

export const serverVariableValues: SourceRule = {
  code: "GW1058",
  title: "A server variable cannot have its default",
  severity: "error",
  kinds: ["serverVariable"],
  check(variable, report) {
    const values: Json | null | undefined = variable.object && own(variable.object, "enum");
    const fallback = variable.string("default");
    if (!isList(values)) {
      return;
    }
    if (values.length === 0) {
      report({
        at: `${variable.at}/enum`,
        isAtKey: true,
        message: `the server variable ${quoted(variable.key)} has an enum without values`,
        fix: "List the values that it can have, or remove the enum.",
      });
    } else if (fallback !== undefined && !values.includes(fallback)) {
      const texts = values.filter((value) => typeof value === "string");
      const nearest = nearestName(fallback, texts);
      report({
        at: `${variable.at}/default`,
        message: `the default ${quoted(fallback)} is not one of the values that the server variable can have`,
        related: [{ at: `${variable.at}/enum`, isAtKey: true, message: "the values" }],
        fix: nearest
          ? `Did you mean ${quoted(nearest)}?`
          : "Use one of the values, or add this one.",
      });
    }
  },
};
