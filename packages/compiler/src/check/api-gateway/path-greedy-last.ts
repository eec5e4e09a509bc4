import { forBoth } from "./for-both.js";
import { pathsOf } from "./paths-of.js";

export const pathGreedyLast = forBoth({
  code: "GW2023",
  title: "A greedy variable is not the last segment",
  severity: "error",
  check(contract, _settings, report) {
    for (const { path, segments, at } of pathsOf(contract)) {
      const before = segments.slice(0, -1);
      const greedy = before.find((segment) => segment.kind === "variable" && segment.isGreedy);
      if (greedy?.kind === "variable") {
        report({
          at,
          isAtKey: true,
          message: `the path ${JSON.stringify(path)} goes on after {${greedy.name}+}, which takes the rest of a path`,
          fix: "End the path with the greedy variable.",
        });
      }
    }
  },
});
