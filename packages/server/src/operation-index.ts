import { decodePercent } from "@gatewright/contract";
import type { GatewayRequest } from "./event/gateway-request.js";
import {
  compareMatchers,
  createMatcher,
  isGreedy,
  matchPath,
  type PathMatcher,
  shapeOf,
  variablesOf,
} from "./path-template.js";

/** What the index holds for one operation. */
export interface Indexed {
  readonly row: { readonly method: string; readonly path: string };
}

type Methods<Entry> = ReadonlyMap<string, Entry>;

/** Where a request goes. `path`: decoded path parameters by the operation's own names. */
export type Found<Entry> =
  | {
      readonly kind: "operation";
      readonly entry: Entry;
      readonly path: Readonly<Record<string, string | undefined>>;
    }
  | {
      readonly kind: "method-not-allowed";
      readonly template: string;
      readonly methods: readonly string[];
    }
  | { readonly kind: "not-found" };

/** Finds operations. */
export interface OperationIndex<Entry> {
  /** One map lookup, for a request that the gateway has routed by a template of the contract; sets its path parameters. */
  findRouted(request: GatewayRequest): Entry | undefined;
  /** By the shape of the path, where a gateway renames variables or does not route. */
  find(request: GatewayRequest): Found<Entry>;
}

export function createOperationIndex<Entry extends Indexed>(
  entries: readonly Entry[],
): OperationIndex<Entry> {
  const byRouteKey = new Map<string, Entry>();
  const byTemplate = new Map<string, Map<string, Entry>>();
  for (const entry of entries) {
    const { method, path } = entry.row;
    byRouteKey.set(`${method} ${path}`, entry);
    const methods = byTemplate.get(path) ?? new Map<string, Entry>();
    byTemplate.set(path, methods.set(method, entry));
  }
  // Needed only where a gateway renames variables or does not route, so made on first use.
  let slow: SlowIndex<Entry> | undefined;

  return {
    findRouted(request) {
      const { routeKey } = request;
      if (routeKey !== null) {
        // An HTTP API has decoded the variables.
        request.path = request.rawVariables;
        return byRouteKey.get(routeKey);
      }
      const entry = byTemplate.get(request.template ?? "")?.get(request.method);
      if (entry) {
        request.path = decodeVariables(request);
      }
      return entry;
    },
    find(request) {
      slow ??= new SlowIndex(byTemplate);
      return slow.find(request);
    },
  };
}

class SlowIndex<Entry> {
  readonly #byTemplate: ReadonlyMap<string, Methods<Entry>>;
  readonly #byShape = new Map<string, string>();
  /** Matchers by number of segments and first segment; `{}` for a variable there. */
  readonly #matchers = new Map<string, PathMatcher[]>();

  constructor(byTemplate: ReadonlyMap<string, Methods<Entry>>) {
    this.#byTemplate = byTemplate;
    for (const template of byTemplate.keys()) {
      this.#byShape.set(shapeOf(template), template);
      const matcher = createMatcher(template);
      const key = bucketOf(
        matcher.segments[1]?.kind === "variables" ? "{}" : template.split("/")[1],
        matcher.segments.length,
      );
      this.#matchers.set(key, [...(this.#matchers.get(key) ?? []), matcher].sort(compareMatchers));
    }
  }

  find(request: GatewayRequest): Found<Entry> {
    const { template } = request;
    if (template !== null && !isGreedy(template)) {
      const own = this.#byTemplate.has(template) ? template : this.#byShape.get(shapeOf(template));
      if (own !== undefined) {
        const variables = decodeVariables(request);
        const given = variablesOf(template);
        // The gateway's names stand at the same positions as ours.
        const path = Object.fromEntries(
          variablesOf(own).map((name, index) => [name, variables[given[index] ?? ""]]),
        );
        return this.#choose(own, request.method, path);
      }
    }
    return this.#findByPath(request);
  }

  #findByPath(request: GatewayRequest): Found<Entry> {
    const segments = pathOf(request).split("/");
    const first = request.isPathEncoded ? decodePercent(segments[1] ?? "") : segments[1];
    for (const key of [bucketOf(first, segments.length), bucketOf("{}", segments.length)]) {
      for (const matcher of this.#matchers.get(key) ?? []) {
        const path = matchPath(matcher, segments, request.isPathEncoded);
        if (path) {
          return this.#choose(matcher.template, request.method, path);
        }
      }
    }
    return { kind: "not-found" };
  }

  #choose(
    template: string,
    method: string,
    path: Readonly<Record<string, string | undefined>>,
  ): Found<Entry> {
    const methods = this.#byTemplate.get(template);
    // Who can GET can HEAD. Source: RFC 9110 §9.3.2.
    const entry = methods?.get(method) ?? (method === "HEAD" ? methods?.get("GET") : undefined);
    return entry
      ? { kind: "operation", entry, path }
      : { kind: "method-not-allowed", template, methods: [...(methods?.keys() ?? [])] };
  }
}

function bucketOf(first: string | undefined, length: number): string {
  return `${length}/${first ?? ""}`;
}

/**
 * The path without a custom domain's base path: behind `/v1/{proxy+}` it is put together from the template and
 * its variables. A greedy variable has lost a slash at its end, which the event's path still has.
 */
function pathOf({ template, rawPath, rawVariables }: GatewayRequest): string {
  if (template === null || !isGreedy(template)) {
    return rawPath;
  }
  const path = template.replace(/\{([^{}]+?)\+?\}/g, (_, name: string) => rawVariables[name] ?? "");
  return rawPath.endsWith("/") && !path.endsWith("/") ? `${path}/` : path;
}

/** Path variables, decoded once where the source has not done it. */
function decodeVariables({ rawVariables, isPathEncoded }: GatewayRequest) {
  if (isPathEncoded) {
    for (const name in rawVariables) {
      if (rawVariables[name]?.includes("%")) {
        return Object.fromEntries(
          Object.entries(rawVariables).map(([key, text]) => [key, text && decodePercent(text)]),
        );
      }
    }
  }
  return rawVariables;
}
