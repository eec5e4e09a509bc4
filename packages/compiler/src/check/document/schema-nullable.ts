import type { SourceRule } from "./source-rule.js";

export const schemaNullable: SourceRule = {
  code: "GW1044",
  title: "nullable means nothing since OpenAPI 3.1",
  severity: "warning",
  kinds: ["schema"],
  check(cursor, report, { version }) {
    if (version.is31 && cursor.object && Object.hasOwn(cursor.object, "nullable")) {
      const type = cursor.string("type");
      report({
        at: `${cursor.at}/nullable`,
        isAtKey: true,
        message: `"nullable" is no part of OpenAPI ${version.text}; it has no effect`,
        fix:
          cursor.boolean("nullable") === false
            ? "Remove it."
            : type === undefined
              ? 'Write anyOf with { type: "null" } as one of the choices, or remove it.'
              : `Write type: [${type}, "null"], or remove it.`,
      });
    }
  },
};
