import type { TargetRule } from "../rule.js";
import { pathsOf } from "./paths-of.js";

export const pathEmptySegment: TargetRule = {
  code: "GW2024",
  title: "A path ends in a slash or has two in a row",
  severity: "error",
  target: "rest-api",
  check(contract, _settings, report) {
    for (const { path, segments, at } of pathsOf(contract)) {
      if (segments.some((segment) => segment.kind === "literal" && segment.text === "")) {
        const better = path.replace(/\/+/g, "/").replace(/\/$/, "");
        report({
          at,
          isAtKey: true,
          message: `the path ${JSON.stringify(path)} has an empty segment; a REST API has no such resource`,
          fix: `Write ${JSON.stringify(better === "" ? "/" : better)}.`,
        });
      }
    }
  },
};
