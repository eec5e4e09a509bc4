import type { GatewayMethod, GatewayResource } from "../definition/gateway-definition.js";

/** The resource that a path leads to, and the values of its variables as they stand in the URL. */
export interface RouteMatch {
  readonly resource: GatewayResource;
  /** Null when the resource has no variables. Values stay percent-encoded, as in API Gateway's events. */
  readonly pathParameters: Readonly<Record<string, string>> | null;
}

interface ResourceNode {
  readonly children: Map<string, ResourceNode>;
  variable: { readonly name: string; readonly node: ResourceNode } | null;
  greedy: { readonly name: string; readonly resource: GatewayResource } | null;
  resource: GatewayResource | null;
}

/** Finds the resource of a path: an exact segment beats `{variable}`, which beats `{proxy+}`. */
export class RouteTable {
  readonly #exact = new Map<string, RouteMatch>();
  readonly #root: ResourceNode = newNode();

  constructor(resources: readonly GatewayResource[]) {
    for (const resource of resources) {
      if (resource.methods.size === 0) continue;
      if (!resource.path.includes("{")) {
        this.#exact.set(resource.path, { resource, pathParameters: null });
      }
      this.#add(resource);
    }
  }

  /**
   * `path` is the path of the URL as sent, without the query. One trailing slash does not count. An empty
   * segment matches no variable, and segments are compared before decoding: `%2F` never splits one, and
   * `..` is a name like any other.
   */
  match(path: string): RouteMatch | null {
    const trimmed = path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
    const exact = this.#exact.get(trimmed);
    if (exact !== undefined) return exact;
    if (!trimmed.startsWith("/")) return null;
    const segments = trimmed === "/" ? [] : trimmed.slice(1).split("/");
    const names: string[] = [];
    const values: string[] = [];
    const resource = find(this.#root, segments, 0, names, values);
    if (resource === null) return null;
    // Own properties, whatever the variable is called: `fromEntries` defines, it does not assign.
    const pathParameters = Object.fromEntries(
      names.map((name, index) => [name, values[index] ?? ""]),
    );
    return { resource, pathParameters };
  }

  #add(resource: GatewayResource): void {
    let node = this.#root;
    const segments = resource.path === "/" ? [] : resource.path.slice(1).split("/");
    for (const segment of segments) {
      if (segment.endsWith("+}")) {
        node.greedy = { name: segment.slice(1, -2), resource };
        return;
      }
      if (segment.startsWith("{")) {
        node.variable ??= { name: segment.slice(1, -1), node: newNode() };
        node = node.variable.node;
      } else {
        const child = node.children.get(segment) ?? newNode();
        node.children.set(segment, child);
        node = child;
      }
    }
    node.resource = resource;
  }
}

/** The method of a resource that answers a request, `ANY` as the last resort. */
export function methodOf(resource: GatewayResource, httpMethod: string): GatewayMethod | null {
  return resource.methods.get(httpMethod) ?? resource.methods.get("ANY") ?? null;
}

function newNode(): ResourceNode {
  return { children: new Map(), variable: null, greedy: null, resource: null };
}

function find(
  node: ResourceNode,
  segments: readonly string[],
  index: number,
  names: string[],
  values: string[],
): GatewayResource | null {
  const segment = segments[index];
  if (segment === undefined) return node.resource;
  const child = node.children.get(segment);
  if (child !== undefined) {
    const found = find(child, segments, index + 1, names, values);
    if (found !== null) return found;
  }
  if (segment === "") return null;
  if (node.variable !== null) {
    const depth = names.length;
    names.push(node.variable.name);
    values.push(segment);
    const found = find(node.variable.node, segments, index + 1, names, values);
    if (found !== null) return found;
    names.length = depth;
    values.length = depth;
  }
  if (node.greedy === null) return null;
  names.push(node.greedy.name);
  values.push(segments.slice(index).join("/"));
  return node.greedy.resource;
}
