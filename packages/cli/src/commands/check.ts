import { analyzeApi, inOrder } from "@gatewright/compiler";
import type { Command } from "../terminal/command.js";
import { relativeTo } from "../terminal/relative-to.js";
import {
  count,
  FORMAT_OPTION,
  FORMATS,
  reportDiagnostics,
} from "../terminal/report-diagnostics.js";
import { API_OPTIONS, oneOf, selectGiven, TARGET_OPTION } from "./api-options.js";

export const checkCommand: Command = {
  name: "check",
  summary: "Says what is wrong with a document, and where; writes nothing.",
  usage: "[DOCUMENT] [--target NAME]… [--format pretty|json]",
  about:
    "Checks the document itself, and whether API Gateway would import what is made from it.\n" +
    "What stands in the way of a target is a warning, and an error for a target that is asked for.",
  maxPositionals: 1,
  options: [TARGET_OPTION, FORMAT_OPTION, ...API_OPTIONS],
  examples: [
    { says: "Everything that is known about a document", line: "gatewright check openapi.yaml" },
    {
      says: "Fail when it cannot be imported as a REST API",
      line: "gatewright check openapi.yaml --target rest-api",
    },
    {
      says: "For other programs",
      line: "gatewright check openapi.yaml --format json | jq '.diagnostics[].message'",
    },
  ],
  async run(given, terminal) {
    const format = oneOf(given.value("format") ?? "pretty", FORMATS, "--format");
    const { apis } = await selectGiven(given, terminal);
    const analyses = await Promise.all(apis.map((api) => analyzeApi(api, terminal.cwd)));
    const diagnostics = inOrder(analyses.flatMap((analysis) => analysis.diagnostics));
    const frame: (typeof analyses)[number]["frame"] = (place) =>
      analyses.map((analysis) => analysis.frame(place)).find((text) => text !== null) ?? null;
    reportDiagnostics({ diagnostics, frame }, format, terminal);
    const hasErrors = diagnostics.some(({ severity }) => severity === "error");
    if (format === "pretty" && !hasErrors) {
      for (const { input, ready } of analyses) {
        const operations = count(ready?.contract.operations.length ?? 0, "operation");
        terminal.out(`${relativeTo(terminal.cwd, input.entry)}: ${operations}, no errors\n`);
      }
    }
    return hasErrors ? 2 : 0;
  },
};
