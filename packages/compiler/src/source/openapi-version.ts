import type { Json } from "@gatewright/contract";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { documentDiagnostic } from "../diagnostic/document-diagnostic.js";
import { isObject, own } from "./json-object.js";
import type { SourceFile } from "./source-file.js";
import { offsetRef, sourceRef } from "./source-ref.js";

export interface OpenapiVersion {
  /** The `openapi` field as written. */
  readonly text: string;
  /** True from 3.1 on: schemas are JSON Schema 2020-12. */
  readonly is31: boolean;
  /** True for 3.2, which is read as far as 3.1 goes. */
  readonly is32: boolean;
}

/** Which OpenAPI a document is written in; null, with one error, when it is none that is read. */
export function readVersion(
  entry: SourceFile,
  report: (diagnostic: Diagnostic) => void,
): OpenapiVersion | null {
  const document = entry.value;
  const refuse = (at: string, message: string, fix: string): null => {
    report(documentDiagnostic({ code: "GW1007", at, message, fix }));
    return null;
  };
  if (!isObject(document)) {
    return refuse(
      offsetRef(entry.path, 0),
      "this is not an OpenAPI document: it is not an object",
      'Begin it with "openapi: 3.1.0".',
    );
  }
  const swagger = own(document, "swagger");
  if (swagger !== undefined) {
    return refuse(
      sourceRef(entry.path, "/swagger"),
      `Swagger ${textOf(swagger)} is not supported (OpenAPI 3.0.x and 3.1.x are)`,
      "Convert the document to OpenAPI 3.",
    );
  }
  const written = own(document, "openapi");
  if (written === undefined) {
    return refuse(
      offsetRef(entry.path, 0),
      'this is not an OpenAPI document: the field "openapi" is missing',
      'Begin it with "openapi: 3.1.0". Parts of a document are not compiled on their own.',
    );
  }
  const at = sourceRef(entry.path, "/openapi");
  const [, minor] = /^3\.([0-2])(?:\.\d+)?(?:-.*)?$/.exec(textOf(written)) ?? [];
  if (minor === undefined) {
    return refuse(
      at,
      `OpenAPI ${textOf(written)} is not supported (3.0.x and 3.1.x are)`,
      "Write the document as OpenAPI 3.1, and say so in this field.",
    );
  }
  if (typeof written !== "string") {
    report(
      documentDiagnostic({
        code: "GW1021",
        at,
        message: `"openapi" must be text; this is the number ${textOf(written)}`,
        fix: `Write the whole version in quotes: "3.${minor}.0".`,
      }),
    );
  }
  return { text: textOf(written), is31: minor !== "0", is32: minor === "2" };
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
