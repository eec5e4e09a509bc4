import type { Severity } from "../../diagnostic/diagnostic.js";
import type { Cursor } from "../../source/cursor.js";
import type { OpenapiVersion } from "../../source/openapi-version.js";
import type { NodeKind } from "../../source/shape.js";
import type { Report } from "../rule.js";

/** What a source rule may ask about the document as a whole. */
export interface DocumentFacts {
  readonly root: Cursor;
  readonly version: OpenapiVersion;
}

/** Says something about one object of the document, as the author wrote it. */
export interface SourceRule {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  /** The objects that it looks at. */
  readonly kinds: readonly NodeKind[] | "all";
  check(cursor: Cursor, report: Report, facts: DocumentFacts, kind: NodeKind): void;
}

/** A name from the document, in quotes, with nothing in it that a terminal would obey. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** `"a", "b" or "c"`. */
export function alternatives(names: readonly string[]): string {
  const all = names.map(quoted);
  const last = all.pop() ?? "";
  return all.length > 0 ? `${all.join(", ")} or ${last}` : last;
}
