import { grammar } from "../../source/grammar.js";
import { nearestName } from "../../source/nearest-name.js";
import type { NodeKind } from "../../source/shape.js";
import { type DocumentFacts, quoted, type SourceRule } from "./source-rule.js";

/** Fields that only OpenAPI 3.2 has. */
const SINCE_32: Readonly<Partial<Record<NodeKind, readonly string[]>>> = {
  document: ["$self"],
  server: ["name"],
  tag: ["summary", "parent", "kind"],
  pathItem: ["query", "additionalOperations"],
  response: ["summary"],
  mediaType: ["itemSchema", "prefixEncoding", "itemEncoding"],
  encoding: ["encoding", "prefixEncoding", "itemEncoding"],
  example: ["dataValue", "serializedValue"],
  discriminator: ["defaultMapping"],
  xml: ["nodeType"],
  securityScheme: ["oauth2MetadataUrl", "deprecated"],
  oauthFlows: ["deviceAuthorization"],
  oauthFlow: ["deviceAuthorizationUrl"],
  components: ["mediaTypes"],
};

export const knownField: SourceRule = {
  code: "GW1022",
  title: "A field is not known and has no effect",
  severity: "warning",
  kinds: "all",
  check(cursor, report, facts, kind) {
    const { fields, others, noun } = grammar[kind];
    if (others !== undefined || cursor.string("$ref") !== undefined) {
      return;
    }
    for (const key of Object.keys(cursor.object ?? {})) {
      if (key.startsWith("x-")) {
        continue;
      }
      if (Object.hasOwn(fields, key)) {
        const since = newerThan(kind, key, facts);
        if (since !== null) {
          report({
            at: cursor.atMember(key),
            isAtKey: true,
            message: `${quoted(key)} is part of OpenAPI ${since}; in a ${facts.version.text} document it has no effect`,
            fix: `Remove it, or set "openapi" to ${since}.0.`,
          });
        }
        continue;
      }
      if (SINCE_32[kind]?.includes(key)) {
        report({
          at: cursor.atMember(key),
          isAtKey: true,
          message: `${quoted(key)} is part of OpenAPI 3.2 and is ignored`,
          fix: "Nothing to do if that is fine; documents are read as far as 3.1 goes.",
        });
        continue;
      }
      const nearest = nearestName(key, Object.keys(fields));
      // From 3.1 on a schema may have keywords of its own: only likely slips are worth a word.
      if (kind === "schema" && facts.version.is31 && nearest === null) {
        continue;
      }
      report({
        at: cursor.atMember(key),
        isAtKey: true,
        message: `${noun} has no field ${quoted(key)}; it has no effect`,
        fix: nearest
          ? `Did you mean ${quoted(nearest)}?`
          : `Remove it, or call it ${quoted(`x-${key}`)} if it is an extension.`,
      });
    }
  },
};

function newerThan(kind: NodeKind, key: string, { version }: DocumentFacts): string | null {
  return !version.is31 && grammar[kind].since31?.includes(key) ? "3.1" : null;
}
