import { forBoth } from "./for-both.js";

export const titleRequired = forBoth({
  code: "GW2005",
  title: "info.title is blank",
  severity: "error",
  check({ info }, _settings, report) {
    if (info.title.trim() === "") {
      report({
        at: `${info.at}/title`,
        message: "info.title is blank; it becomes the name of the API",
        fix: "Give the API a title.",
      });
    }
  },
});
