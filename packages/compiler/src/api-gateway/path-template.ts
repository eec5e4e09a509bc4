/** One piece of a path between slashes. */
export type PathSegment =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "variable"; readonly name: string; readonly isGreedy: boolean }
  /** A variable beside other text: `{id}.json`. */
  | { readonly kind: "mixed"; readonly text: string };

/** The segments of a path template; none for `/`. `/a/{id}/` has an empty one at its end. */
export function pathSegments(template: string): readonly PathSegment[] {
  const texts = template.split("/").slice(1);
  if (texts.length === 1 && texts[0] === "") {
    return [];
  }
  return texts.map(segmentOf);
}

function segmentOf(text: string): PathSegment {
  const name = /^\{([^{}]+)\}$/.exec(text)?.[1];
  if (name !== undefined) {
    const isGreedy = name.endsWith("+") && name.length > 1;
    return { kind: "variable", name: isGreedy ? name.slice(0, -1) : name, isGreedy };
  }
  return /[{}]/.test(text) ? { kind: "mixed", text } : { kind: "literal", text };
}
