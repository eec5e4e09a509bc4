import { isList } from "../../source/json-object.js";
import type { SourceRule } from "./source-rule.js";

/** OpenAPI 3.0.3 lets an enum override `nullable`; hardly any author means that. */
export const schemaNullableEnum: SourceRule = {
  code: "GW1045",
  title: "An enum of a nullable schema does not list null",
  severity: "warning",
  kinds: ["schema"],
  check(cursor, report, { version }) {
    const values = cursor.get("enum")?.value;
    if (version.is31 || cursor.boolean("nullable") !== true || !isList(values)) {
      return;
    }
    if (!values.includes(null)) {
      report({
        at: `${cursor.at}/enum`,
        isAtKey: true,
        message: "the schema is nullable, but its enum does not list null; null is allowed here",
        fix: "Add null to the enum if it is meant, or remove nullable.",
      });
    }
  },
};
