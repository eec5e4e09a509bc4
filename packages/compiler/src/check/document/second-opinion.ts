import SwaggerParser from "@apidevtools/swagger-parser";
import type { JsonObject } from "@gatewright/contract";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { documentDiagnostic } from "../../diagnostic/document-diagnostic.js";
import type { Bundle } from "../../source/bundler.js";
import { type Cursor, rootCursor } from "../../source/cursor.js";
import { isList } from "../../source/json-object.js";
import { maskedCopy } from "../../source/masked-copy.js";
import type { OpenapiVersion } from "../../source/openapi-version.js";
import { pointerTokens } from "../../source/source-ref.js";

/** One remark of the metaschema, as ajv makes it. */
interface Remark {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message: string;
}

/** Keywords that only sum up what other remarks say better. */
const SUMMARIES = new Set(["oneOf", "anyOf", "allOf", "if", "not", "$ref", "$dynamicRef"]);

/** Where the metaschemas are wrong or stricter than the standard, and what to do about it: nothing. */
const DEVIATIONS: readonly {
  readonly name: string;
  applies(remark: Remark, place: Cursor): boolean;
}[] = [
  {
    name: "HTTP authentication schemes are case-insensitive (RFC 9110): Bearer is bearer",
    applies: (remark, place) =>
      /^\/components\/securitySchemes\/[^/]+$/.test(remark.instancePath) &&
      place.string("type") === "http",
  },
  {
    name: "fields that nobody knows are reported by a rule of ours, with the likely name",
    applies: (remark) => /^(?:additional|unevaluated)Properties$/.test(remark.keyword),
  },
  {
    name: "a URI or e-mail address that a reader can live with",
    applies: (remark) => remark.keyword === "format",
  },
];

/**
 * What the OpenAPI metaschemas object to and no rule of ours has seen, as warnings. It reads nothing: the
 * document is complete in memory, and references to anywhere else are switched off.
 */
export async function secondOpinion(
  bundle: Bundle,
  version: OpenapiVersion,
  known: readonly Diagnostic[],
): Promise<readonly Diagnostic[]> {
  const copy = maskedCopy(bundle.document, version.is31);
  // The metaschemas know the patch levels of their day only.
  const remarks = await remarksAbout({ ...copy, openapi: version.is31 ? "3.1.0" : "3.0.3" });
  const seen = known.map((diagnostic) => diagnostic.at);
  const diagnostics: Diagnostic[] = [];
  for (const remark of remarks) {
    const place = locate(rootCursor(bundle), remark.instancePath);
    const { at } = place;
    const isKnown = seen.some((other) => at.startsWith(other) || other.startsWith(at));
    if (isKnown || DEVIATIONS.some((deviation) => deviation.applies(remark, place))) {
      continue;
    }
    seen.push(at);
    diagnostics.push(
      documentDiagnostic({
        code: "GW1070",
        severity: "warning",
        at,
        isAtKey: true,
        message: `the schema of OpenAPI ${version.text} objects: ${remark.message}`,
        fix: "Compare it with the specification; other tools may refuse the document.",
      }),
    );
  }
  return diagnostics;
}

async function remarksAbout(document: JsonObject): Promise<readonly Remark[]> {
  try {
    // Its type wants a typed document; what it checks is whether this is one.
    await SwaggerParser.validate(
      document as unknown as Parameters<typeof SwaggerParser.validate>[0],
      {
        resolve: { external: false },
        dereference: { circular: "ignore", excludedPathMatcher: () => true },
        validate: { spec: false },
      },
    );
    return [];
  } catch (error) {
    const details: unknown = error instanceof Error && "details" in error ? error.details : null;
    const remarks = Array.isArray(details) ? details.filter(isRemark) : [];
    return remarks.filter(
      (remark) =>
        !SUMMARIES.has(remark.keyword) &&
        // Of remarks about a place and about something inside it, the inner one is the cause.
        !remarks.some((other) => other.instancePath.startsWith(`${remark.instancePath}/`)),
    );
  }
}

function isRemark(value: unknown): value is Remark {
  return (
    typeof value === "object" &&
    value !== null &&
    "instancePath" in value &&
    typeof value.instancePath === "string" &&
    "keyword" in value &&
    typeof value.keyword === "string" &&
    "message" in value &&
    typeof value.message === "string"
  );
}

/** Steps along a pointer into the dereferenced document, as far as it goes. */
function locate(root: Cursor, pointer: string): Cursor {
  let at = root;
  for (const token of pointerTokens(pointer) ?? []) {
    const followed = at.follow() ?? at;
    const next = isList(followed.value) ? followed.items()[Number(token)] : followed.get(token);
    if (!next) {
      return followed;
    }
    at = next;
  }
  return at.follow() ?? at;
}
