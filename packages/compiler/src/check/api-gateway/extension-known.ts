import type { JsonObject } from "@gatewright/contract";
import type { RelatedPlace } from "../../diagnostic/diagnostic.js";
import { escapeToken } from "../../source/source-ref.js";
import type { TargetRule } from "../rule.js";
import { reportOnce } from "./report-once.js";

const PREFIX = "x-amazon-apigateway-";

/** Extensions that the definition takes over from a document. */
const KNOWN = {
  root: [
    "api-key-source",
    "binary-media-types",
    "gateway-responses",
    "minimum-compression-size",
    "policy",
  ],
  path: [],
  operation: ["auth", "integration"],
  scheme: ["authorizer", "authtype"],
} as const;

/** What a document says to API Gateway and nobody passes on. */
export const extensionKnown: TargetRule = {
  code: "GW2179",
  title: "An extension of the document does not reach API Gateway",
  severity: "warning",
  target: "rest-api",
  check({ at, extensions, operations, securitySchemes }, _settings, report) {
    const places = new Map<string, RelatedPlace>();
    const look = (level: keyof typeof KNOWN, holder: JsonObject, place: string) => {
      for (const name of Object.keys(holder)) {
        const own = name.slice(PREFIX.length);
        if (name.startsWith(PREFIX) && !KNOWN[level].some((known) => known === own)) {
          const found = `${place}/${escapeToken(name)}`;
          places.set(found, { at: found, isAtKey: true, message: name });
        }
      }
    };
    look("root", extensions, at);
    for (const operation of operations) {
      look("path", operation.pathExtensions, operation.pathAt);
      look("operation", operation.extensions, operation.at);
    }
    for (const scheme of securitySchemes) {
      look("scheme", scheme.extensions, scheme.at);
    }
    const [first] = places.values();
    reportOnce(report, [...places.values()], {
      message: (number) =>
        number === 1
          ? `${first?.message ?? ""} is not taken over into the definition`
          : `${first?.message ?? ""} and ${number - 1} more extensions are not taken over into the definition`,
      fix: "Say it in gatewright.config.ts where that has a setting for it, or remove it.",
    });
  },
};
