import { own } from "../../source/json-object.js";
import { quoted, type SourceRule } from "./source-rule.js";

const BOUNDS = [
  ["exclusiveMinimum", "minimum"],
  ["exclusiveMaximum", "maximum"],
] as const;

/** A flag beside the bound in 3.0, a bound of its own from 3.1 on. */
export const schemaExclusive: SourceRule = {
  code: "GW1048",
  title: "An exclusive bound is written as in another version",
  severity: "error",
  kinds: ["schema"],
  check(cursor, report, { version }) {
    for (const [exclusive, inclusive] of BOUNDS) {
      const value = cursor.object && own(cursor.object, exclusive);
      const bound = cursor.object && own(cursor.object, inclusive);
      const at = `${cursor.at}/${exclusive}`;
      if (value === null || value === undefined) {
        continue;
      }
      if (version.is31 && typeof value === "boolean") {
        const isClear = value && typeof bound === "number";
        report({
          severity: "warning",
          at,
          message: isClear
            ? `${quoted(exclusive)} is a number from OpenAPI 3.1 on; true is read as ${exclusive}: ${bound}`
            : `${quoted(exclusive)} is a number from OpenAPI 3.1 on; ${value} has no effect`,
          fix: isClear ? `Write ${exclusive}: ${bound} instead of ${inclusive}.` : "Remove it.",
        });
      } else if (!version.is31 && typeof value === "number") {
        report({
          severity: "warning",
          at,
          message: `${quoted(exclusive)} is true or false in OpenAPI 3.0; it is read as the bound ${value}`,
          fix: `Write ${inclusive}: ${value} and ${exclusive}: true, or use OpenAPI 3.1.`,
        });
      } else if (typeof value !== "number" && typeof value !== "boolean") {
        report({
          at,
          message: `${quoted(exclusive)} must be ${version.is31 ? "a number" : "true or false"}`,
          fix: "Correct the value.",
        });
      }
    }
  },
};
