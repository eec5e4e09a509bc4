import { forBoth } from "./for-both.js";
import { pathsOf } from "./paths-of.js";

export const pathMixedSegment = forBoth({
  code: "GW2021",
  title: "A path variable is only part of a segment",
  severity: "error",
  check(contract, _settings, report) {
    for (const { path, segments, at } of pathsOf(contract)) {
      const mixed = segments.find(({ kind }) => kind === "mixed");
      if (mixed?.kind === "mixed") {
        report({
          at,
          isAtKey: true,
          message: `the path ${JSON.stringify(path)} has the segment ${JSON.stringify(mixed.text)}; on API Gateway a variable is a whole segment`,
          fix: "Make the variable a segment of its own, or end the path with {proxy+} and take it apart in the function.",
        });
      }
    }
  },
});
