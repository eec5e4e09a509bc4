import type { Cursor } from "../../source/cursor.js";
import { quoted, type SourceRule } from "./source-rule.js";

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  apiKey: ["name", "in"],
  http: ["scheme"],
  oauth2: ["flows"],
  openIdConnect: ["openIdConnectUrl"],
};

const FLOW_FIELDS: Readonly<Record<string, readonly string[]>> = {
  implicit: ["authorizationUrl"],
  password: ["tokenUrl"],
  clientCredentials: ["tokenUrl"],
  authorizationCode: ["authorizationUrl", "tokenUrl"],
};

export const securitySchemeComplete: SourceRule = {
  code: "GW1053",
  title: "A security scheme lacks what its type needs",
  severity: "error",
  kinds: ["securityScheme"],
  check(cursor, report) {
    const type = cursor.string("type");
    if (type === undefined || cursor.string("$ref") !== undefined) {
      return;
    }
    const say = (holder: Cursor, subject: string, field: string): void => {
      report({
        at: holder.at,
        isAtKey: true,
        message: `${subject} lacks ${quoted(field)}`,
        fix: `Add ${quoted(field)}.`,
      });
    };
    for (const field of missing(cursor, FIELDS, type)) {
      say(cursor, `a security scheme of type ${quoted(type)}`, field);
    }
    for (const flow of type === "oauth2" ? (cursor.get("flows")?.entries() ?? []) : []) {
      for (const field of missing(flow, FLOW_FIELDS, flow.key)) {
        say(flow, `the flow ${quoted(flow.key)}`, field);
      }
    }
  },
};

function missing(
  holder: Cursor,
  table: Readonly<Record<string, readonly string[]>>,
  key: string,
): readonly string[] {
  const fields = Object.hasOwn(table, key) ? (table[key] ?? []) : [];
  return fields.filter((field) => holder.object && !Object.hasOwn(holder.object, field));
}
