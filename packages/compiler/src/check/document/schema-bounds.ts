import { own } from "../../source/json-object.js";
import { quoted, type SourceRule } from "./source-rule.js";

const PAIRS = [
  ["minimum", "maximum"],
  ["exclusiveMinimum", "exclusiveMaximum"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
] as const;

export const schemaBounds: SourceRule = {
  code: "GW1046",
  title: "The bounds of a schema leave nothing between them",
  severity: "warning",
  kinds: ["schema"],
  check(cursor, report) {
    for (const [low, high] of PAIRS) {
      const least = cursor.object && own(cursor.object, low);
      const most = cursor.object && own(cursor.object, high);
      if (typeof least === "number" && typeof most === "number" && least > most) {
        report({
          at: `${cursor.at}/${low}`,
          message: `${quoted(low)} is ${least}, but ${quoted(high)} is ${most}: nothing satisfies both`,
          related: [{ at: `${cursor.at}/${high}`, message: "the other bound" }],
          fix: "Swap them, or correct one.",
        });
      }
    }
  },
};
