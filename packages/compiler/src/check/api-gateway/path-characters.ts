import type { TargetRule } from "../rule.js";
import { forBoth } from "./for-both.js";
import { pathsOf } from "./paths-of.js";

/** Letters, digits and these; the Developer Guide has `:` and `,` too. */
const UNKNOWN_CHARACTER = /[^A-Za-z0-9_.,:-]/u;

export const pathCharacters: readonly TargetRule[] = forBoth({
  code: "GW2020",
  title: "A path has a character that API Gateway does not take",
  severity: "error",
  check(contract, _settings, report) {
    for (const { path, segments, at } of pathsOf(contract)) {
      const texts = segments.map((segment) => (segment.kind === "literal" ? segment.text : ""));
      const found = UNKNOWN_CHARACTER.exec(texts.join(""))?.[0];
      if (found !== undefined) {
        report({
          at,
          isAtKey: true,
          message: `the path ${JSON.stringify(path)} has ${JSON.stringify(found)}; a segment holds letters, digits and _ - . , :`,
          fix: "Change the path, or let a variable stand for the segment. Percent-encoding does not help.",
        });
      }
    }
  },
});

export const pathColon: TargetRule = {
  code: "GW2020",
  title: "A path has a character that API Gateway may not take",
  severity: "warning",
  target: "rest-api",
  check(contract, _settings, report) {
    for (const { path, segments, at } of pathsOf(contract)) {
      const texts = segments.map((segment) => (segment.kind === "literal" ? segment.text : ""));
      const found = /[:,]/.exec(texts.join(""))?.[0];
      if (found !== undefined) {
        report({
          at,
          isAtKey: true,
          message: `the path ${JSON.stringify(path)} has "${found}"; AWS documents it, and has refused it in an import`,
          fix: "Try the import before you depend on this path.",
        });
      }
    }
  },
};
