import { quoted, type SourceRule } from "./source-rule.js";

const READ = new Set([
  "https://json-schema.org/draft/2020-12/schema",
  "https://spec.openapis.org/oas/3.1/dialect/base",
]);

export const schemaDialect: SourceRule = {
  code: "GW1047",
  title: "The schema dialect is read as JSON Schema 2020-12",
  severity: "warning",
  kinds: ["document"],
  check(cursor, report) {
    const dialect = cursor.string("jsonSchemaDialect");
    if (dialect !== undefined && !READ.has(dialect.replace(/#$/, ""))) {
      report({
        at: `${cursor.at}/jsonSchemaDialect`,
        message: `the dialect ${quoted(dialect)} is not known; schemas are read as JSON Schema 2020-12`,
        fix: "Remove jsonSchemaDialect if the schemas are ordinary OpenAPI 3.1 schemas.",
      });
    }
  },
};
