import type { SourceRule } from "./source-rule.js";

/** A parameter or header says what its value is in one of two ways. */
export const parameterValue: SourceRule = {
  code: "GW1037",
  title: "A parameter needs either schema or content",
  severity: "error",
  kinds: ["parameter", "header"],
  check(cursor, report, _facts, kind) {
    if (cursor.object === null || cursor.string("$ref") !== undefined) {
      return;
    }
    const hasSchema = Object.hasOwn(cursor.object, "schema");
    const content = cursor.get("content");
    const name = cursor.string("name") ?? cursor.key;
    const subject = `the ${kind} ${JSON.stringify(name)}`;
    if (!hasSchema && content === null) {
      report({
        at: cursor.at,
        isAtKey: true,
        message: `${subject} has neither "schema" nor "content"`,
        fix: "Add a schema, for example schema: { type: string }.",
      });
    } else if (hasSchema && content !== null) {
      report({
        at: content.at,
        isAtKey: true,
        message: `${subject} has both "schema" and "content"`,
        related: [{ at: `${cursor.at}/schema`, isAtKey: true, message: "the schema" }],
        fix: 'Keep "schema" for plain values, "content" for a value that is a document of its own.',
      });
    } else if (content?.object && content.entries().length !== 1) {
      report({
        at: content.at,
        isAtKey: true,
        message: `${subject} has ${content.entries().length} media types; it must have one`,
        fix: "Keep the media type that the value is written in.",
      });
    }
  },
};
