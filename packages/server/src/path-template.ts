import { decodePercent } from "@gatewright/contract";
import { variablesOf } from "./routes.js";

/** One segment of a template: text, or a pattern with variables. */
type Segment =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "variables"; readonly pattern: RegExp; readonly literals: number };

/** A template that can be held against paths. */
export interface PathMatcher {
  readonly template: string;
  readonly names: readonly string[];
  readonly segments: readonly Segment[];
}

export function createMatcher(template: string): PathMatcher {
  return {
    template,
    names: variablesOf(template),
    segments: template.split("/").map(segmentOf),
  };
}

function segmentOf(text: string): Segment {
  if (!text.includes("{")) {
    return { kind: "literal", text };
  }
  const literals = text.split(/\{[^{}]+\}/);
  const source = literals
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("(.+?)");
  return {
    kind: "variables",
    pattern: new RegExp(`^${source}$`, "s"),
    literals: literals.join("").length,
  };
}

/**
 * Values of a template's variables, by name, when a path fits it. Segments are compared one by one, so that an
 * encoded slash stays in its segment; an empty segment is no value, and `..` is text like any other.
 */
export function matchPath(
  { segments, names }: PathMatcher,
  path: readonly string[],
  isEncoded: boolean,
): Readonly<Record<string, string>> | null {
  const values: string[] = [];
  for (const [index, segment] of segments.entries()) {
    const raw = path[index] ?? "";
    const text = isEncoded ? decodePercent(raw) : raw;
    if (segment.kind === "literal") {
      if (segment.text !== text) {
        return null;
      }
    } else {
      const match = segment.pattern.exec(text);
      if (!match) {
        return null;
      }
      values.push(...match.slice(1));
    }
  }
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
}

/** Sorts concrete templates before templated ones, segment by segment. Source: OpenAPI 3.1, "Paths Object". */
export function compareMatchers(a: PathMatcher, b: PathMatcher): number {
  for (const [index, segment] of a.segments.entries()) {
    const difference = weightOf(b.segments[index]) - weightOf(segment);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

function weightOf(segment: Segment | undefined): number {
  return segment?.kind === "variables" ? segment.literals : Number.MAX_SAFE_INTEGER;
}
