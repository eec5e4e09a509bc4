import { grammar } from "../../source/grammar.js";
import type { NodeKind } from "../../source/shape.js";
import { type DocumentFacts, quoted, type SourceRule } from "./source-rule.js";

/** What each object must have; a few things depend on the version. */
export const requiredField: SourceRule = {
  code: "GW1020",
  title: "A required field is missing",
  severity: "error",
  kinds: "all",
  check(cursor, report, facts, kind) {
    if (cursor.object === null || Object.hasOwn(cursor.object, "$ref")) {
      return;
    }
    for (const field of requiredFields(kind, facts)) {
      if (!Object.hasOwn(cursor.object, field)) {
        report({
          at: cursor.at,
          isAtKey: true,
          message: `${subject(kind, cursor.key)} lacks ${quoted(field)}`,
          fix: `Add ${quoted(field)}.`,
        });
      }
    }
    const parts = ["paths", "webhooks", "components"];
    if (kind === "document" && facts.version.is31 && !parts.some((part) => cursor.get(part))) {
      report({
        at: cursor.at,
        message:
          'the document describes nothing: it has neither "paths" nor "webhooks" nor "components"',
        fix: 'Add "paths".',
      });
    }
  },
};

function requiredFields(kind: NodeKind, { version }: DocumentFacts): readonly string[] {
  const fields = grammar[kind].required ?? [];
  if (!version.is31 && kind === "document") {
    return [...fields, "paths"];
  }
  if (!version.is31 && kind === "operation") {
    return ["responses"];
  }
  return kind === "response" && version.is32 ? [] : fields;
}

function subject(kind: NodeKind, key: string): string {
  if (kind === "document") {
    return "the document";
  }
  return kind === "response" ? `the response ${quoted(key)}` : grammar[kind].noun;
}
