import { decodePercent } from "@gatewright/contract";

/** Where a request goes: the operation's identifier, and its path variables, percent-decoded once. */
export interface Route {
  readonly identifier: string;
  readonly path: Readonly<Record<string, string>>;
}

/** Finds operations by path and method; the number of operations does not matter to it. */
export interface RouteTable {
  find(method: string, path: string): Route | undefined;
  /** Methods that a path takes; none for a path that the API does not have. */
  methods(path: string): readonly string[];
}

interface Leaf {
  /** Identifier and names of the variables, by method: each operation names its variables itself. */
  readonly methods: Map<string, { readonly identifier: string; readonly names: readonly string[] }>;
}

/** One segment of the tree. Literal segments win over variables, as OpenAPI has it. */
interface Branch {
  readonly literals: Map<string, Branch>;
  /** Segments with variables, by shape (`{}.json`), those with more text around the variable first. */
  readonly patterns: Map<string, { readonly pattern: RegExp; readonly branch: Branch }>;
  leaf?: Leaf;
}

export function createRouteTable(
  operations: Readonly<Record<string, { readonly method: string; readonly path: string }>>,
): RouteTable {
  const root = createBranch();
  for (const [identifier, { method, path }] of Object.entries(operations)) {
    const names = Array.from(path.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
    const leaf = leafOf(root, path.split("/"));
    leaf.methods.set(method, { identifier, names });
  }
  return {
    find(method, path) {
      const values: string[] = [];
      const methods = search(root, path.split("/"), 0, values)?.methods;
      // Who can GET can HEAD. Source: RFC 9110, section 9.3.2.
      const found = methods?.get(method) ?? (method === "HEAD" ? methods?.get("GET") : undefined);
      return (
        found && {
          identifier: found.identifier,
          path: Object.fromEntries(found.names.map((name, index) => [name, values[index] ?? ""])),
        }
      );
    },
    methods: (path) => [...(search(root, path.split("/"), 0, [])?.methods.keys() ?? [])],
  };
}

function createBranch(): Branch {
  return { literals: new Map(), patterns: new Map() };
}

function leafOf(root: Branch, segments: readonly string[]): Leaf {
  let branch = root;
  for (const segment of segments) {
    branch = segment.includes("{")
      ? patternBranch(branch, segment)
      : literalBranch(branch, segment);
  }
  branch.leaf ??= { methods: new Map() };
  return branch.leaf;
}

function literalBranch({ literals }: Branch, segment: string): Branch {
  const branch = literals.get(segment) ?? createBranch();
  literals.set(segment, branch);
  return branch;
}

function patternBranch({ patterns }: Branch, segment: string): Branch {
  const texts = segment.split(/\{[^{}]+\}/);
  const shape = texts.join("{}");
  const known = patterns.get(shape);
  if (known) {
    return known.branch;
  }
  const source = texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("(.+?)");
  const entry = { pattern: new RegExp(`^${source}$`, "s"), branch: createBranch() };
  const sorted = [...patterns, [shape, entry] as const].sort(([a], [b]) => b.length - a.length);
  patterns.clear();
  for (const [key, value] of sorted) {
    patterns.set(key, value);
  }
  return entry.branch;
}

/** Depth first, literals before variables; `values` holds the variables on the way. An empty segment is no value. */
function search(
  branch: Branch,
  segments: readonly string[],
  index: number,
  values: string[],
): Leaf | undefined {
  const raw = segments[index];
  if (raw === undefined) {
    return branch.leaf;
  }
  const segment = decodePercent(raw);
  const literal = branch.literals.get(segment);
  const found = literal && search(literal, segments, index + 1, values);
  if (found) {
    return found;
  }
  for (const { pattern, branch: next } of branch.patterns.values()) {
    const match = pattern.exec(segment);
    if (match) {
      const length = values.push(...match.slice(1));
      const leaf = search(next, segments, index + 1, values);
      if (leaf) {
        return leaf;
      }
      values.length = length - match.length + 1;
    }
  }
  return undefined;
}
