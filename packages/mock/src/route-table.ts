import { createPathTree } from "@gatewright/contract";

/** Where a request goes: the operation's identifier, and its path variables, percent-decoded once. */
export interface Route {
  readonly identifier: string;
  readonly path: Readonly<Record<string, string>>;
}

/** Finds operations by path and method. */
export interface RouteTable {
  find(method: string, path: string): Route | undefined;
  /** Methods that a path takes; none for a path that the API does not have. */
  methods(path: string): readonly string[];
}

export function createRouteTable(
  operations: Readonly<Record<string, { readonly method: string; readonly path: string }>>,
): RouteTable {
  const tree = createPathTree(
    Object.entries(operations).map(([identifier, { method, path }]) => {
      // Each operation names its variables itself.
      const names = Array.from(path.matchAll(/\{([^{}]+?)\+?\}/g), ([, name = ""]) => name);
      return [path, { identifier, method, names }] as const;
    }),
  );
  return {
    find(method, path) {
      const match = tree.find(path);
      const taking = (name: string) => match?.values.find((route) => route.method === name);
      // Who can GET can HEAD. Source: RFC 9110, section 9.3.2.
      const route = taking(method) ?? (method === "HEAD" ? taking("GET") : undefined);
      return (
        route && {
          identifier: route.identifier,
          path: Object.fromEntries(
            route.names.map((name, index) => [name, match?.variables[index] ?? ""]),
          ),
        }
      );
    },
    methods: (path) => tree.find(path)?.values.map(({ method }) => method) ?? [],
  };
}
