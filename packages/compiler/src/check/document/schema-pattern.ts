import { patternFault } from "../../build/pattern.js";
import type { Report } from "../rule.js";
import { quoted, type SourceRule } from "./source-rule.js";

export const schemaPattern: SourceRule = {
  code: "GW1041",
  title: "A pattern is not a regular expression",
  severity: "error",
  kinds: ["schema"],
  check(cursor, report) {
    const pattern = cursor.string("pattern");
    if (pattern !== undefined) {
      checkPattern(pattern, `${cursor.at}/pattern`, false, report);
    }
    for (const entry of cursor.get("patternProperties")?.entries() ?? []) {
      checkPattern(entry.key, entry.at, true, report);
    }
  },
};

function checkPattern(pattern: string, at: string, isAtKey: boolean, report: Report): void {
  const fault = patternFault(pattern);
  if (fault === null) {
    return;
  }
  report({
    at,
    ...(isAtKey ? { isAtKey: true as const } : {}),
    message: `the pattern ${quoted(pattern)} does not compile: ${fault.reason}`,
    fix: fault.fix,
  });
}
