import type { Cursor } from "../../source/cursor.js";
import { nearestName } from "../../source/nearest-name.js";
import type { Report } from "../rule.js";
import { alternatives, type DocumentFacts, quoted, type SourceRule } from "./source-rule.js";

const LOCATIONS = ["path", "query", "header", "cookie"];
const STYLES: Readonly<Record<string, readonly string[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};
/** Values that OpenAPI 3.2 adds. */
const SINCE_32: Readonly<Record<string, string>> = { in: "querystring", style: "cookie" };
const SCHEME_TYPES = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"];

export const knownValue: SourceRule = {
  code: "GW1023",
  title: "A value is none of those that the field can have",
  severity: "error",
  kinds: ["parameter", "header", "encoding", "securityScheme"],
  check(cursor, report, facts, kind) {
    if (cursor.string("$ref") !== undefined) {
      return;
    }
    switch (kind) {
      case "parameter": {
        const location = cursor.string("in");
        oneOf(cursor, "in", LOCATIONS, report, facts);
        if (location !== undefined && Object.hasOwn(STYLES, location)) {
          oneOf(
            cursor,
            "style",
            STYLES[location] ?? [],
            report,
            facts,
            ` in a ${location} parameter`,
          );
        }
        break;
      }
      case "header":
        oneOf(cursor, "style", ["simple"], report, facts, " in a header");
        break;
      case "encoding":
        oneOf(cursor, "style", STYLES.query ?? [], report, facts, " in an encoding");
        break;
      default: {
        const types = facts.version.is31
          ? SCHEME_TYPES
          : SCHEME_TYPES.filter((type) => type !== "mutualTLS");
        oneOf(cursor, "type", types, report, facts);
        if (cursor.string("type") === "apiKey") {
          oneOf(cursor, "in", ["query", "header", "cookie"], report, facts);
        }
      }
    }
  },
};

function oneOf(
  cursor: Cursor,
  field: string,
  allowed: readonly string[],
  report: Report,
  { version }: DocumentFacts,
  where = "",
): void {
  const written = cursor.string(field);
  if (written === undefined || allowed.includes(written)) {
    return;
  }
  if (version.is32 && SINCE_32[field] === written) {
    report({
      severity: "warning",
      at: `${cursor.at}/${field}`,
      message: `${quoted(field)}: ${quoted(written)} is part of OpenAPI 3.2 and is ignored`,
      fix: "Nothing to do if that is fine; documents are read as far as 3.1 goes.",
    });
    return;
  }
  const nearest = nearestName(written, allowed);
  report({
    at: `${cursor.at}/${field}`,
    message: `${quoted(field)} is ${alternatives(allowed)}${where}, not ${quoted(written)}`,
    fix: nearest ? `Did you mean ${quoted(nearest)}?` : `Use ${alternatives(allowed)}.`,
  });
}
