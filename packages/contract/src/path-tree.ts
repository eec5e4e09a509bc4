import { decodePercent } from "./percent.js";

/** What stands at a path: everything whose template fits it best, and the values of the variables in order. */
export interface PathMatch<Value> {
  readonly values: readonly Value[];
  readonly variables: readonly string[];
}

/** Path templates by segment; what a path costs does not depend on how many there are. */
export interface PathTree<Value> {
  /**
   * Text wins over variables at every segment, as OpenAPI has it. Segments are compared one by one, so that an encoded
   * slash stays in its segment; an empty segment is no value, and `..` is text like any other. A greedy variable
   * (`{path+}`, the last segment) takes what nothing else does, but for one slash at its end, as it does on API
   * Gateway. `isEncoded` is false for a path that has been percent-decoded already.
   */
  find(path: string, isEncoded?: boolean): PathMatch<Value> | undefined;
}

interface Branch<Value> {
  readonly literals: Map<string, Branch<Value>>;
  /** Segments with variables, by shape (`{}.json`), those with more text around the variable first. */
  patterns: readonly Pattern<Value>[];
  readonly values: Value[];
  /** What stands at a greedy variable below. */
  readonly greedy: Value[];
}

interface Pattern<Value> {
  readonly shape: string;
  readonly expression: RegExp;
  readonly branch: Branch<Value>;
}

/** A tree of templates and what belongs to each; templates that differ in names of variables only share a place. */
export function createPathTree<Value>(
  entries: Iterable<readonly [template: string, value: Value]>,
): PathTree<Value> {
  const root = createBranch<Value>();
  for (const [template, value] of entries) {
    let branch = root;
    const segments = template.split("/");
    const isGreedy = /^\{[^{}]+\+\}$/.test(segments.at(-1) ?? "");
    for (const segment of isGreedy ? segments.slice(0, -1) : segments) {
      branch = segment.includes("{")
        ? patternBranch(branch, segment)
        : literalBranch(branch, segment);
    }
    branch[isGreedy ? "greedy" : "values"].push(value);
  }
  return {
    find(path, isEncoded = true) {
      const segments = path.split("/");
      const variables: string[] = [];
      const values = search(root, isEncoded ? segments.map(decodePercent) : segments, 0, variables);
      return values && { values, variables };
    },
  };
}

function createBranch<Value>(): Branch<Value> {
  return { literals: new Map(), patterns: [], values: [], greedy: [] };
}

function literalBranch<Value>({ literals }: Branch<Value>, segment: string): Branch<Value> {
  const branch = literals.get(segment) ?? createBranch<Value>();
  literals.set(segment, branch);
  return branch;
}

function patternBranch<Value>(parent: Branch<Value>, segment: string): Branch<Value> {
  const texts = segment.split(/\{[^{}]+\}/);
  const shape = texts.join("{}");
  const known = parent.patterns.find((pattern) => pattern.shape === shape);
  if (known) {
    return known.branch;
  }
  const source = texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("(.+?)");
  const branch = createBranch<Value>();
  parent.patterns = [
    ...parent.patterns,
    { shape, expression: new RegExp(`^${source}$`, "s"), branch },
  ].sort((one, other) => other.shape.length - one.shape.length);
  return branch;
}

/** Depth first, text before variables; `variables` holds those on the way. */
function search<Value>(
  { literals, patterns, values, greedy }: Branch<Value>,
  segments: readonly string[],
  index: number,
  variables: string[],
): readonly Value[] | undefined {
  const segment = segments[index];
  if (segment === undefined) {
    return values.length > 0 ? values : undefined;
  }
  const literal = literals.get(segment);
  const found = literal && search(literal, segments, index + 1, variables);
  if (found) {
    return found;
  }
  const { length } = variables;
  for (const { expression, branch } of patterns) {
    const match = expression.exec(segment);
    if (match) {
      variables.push(...match.slice(1));
      const inner = search(branch, segments, index + 1, variables);
      if (inner) {
        return inner;
      }
      variables.length = length;
    }
  }
  if (greedy.length === 0 || segment === "") {
    return undefined;
  }
  variables.push(segments.slice(index).join("/").replace(/\/$/, ""));
  return greedy;
}
