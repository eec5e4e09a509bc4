import { decodePercent } from "@gatewright/contract";
import type { GatewayRequest } from "./event/gateway-request.js";
import type { PreparedOperation } from "./prepared-operation.js";

/** The operations of one path template, by method. */
export type Methods = ReadonlyMap<string, PreparedOperation>;

/** Finds the operation of a request that a gateway has routed by a template. */
export interface Routes {
  readonly byTemplate: ReadonlyMap<string, Methods>;
  /** By one or two map lookups; sets the request's path parameters. */
  find(request: GatewayRequest): PreparedOperation | undefined;
  /** The operations of the request's template; sets its path parameters. */
  methodsOf(request: GatewayRequest): Methods | undefined;
}

const VARIABLES = /\{([^{}]+?)\+?\}/g;

/**
 * `isRouted` is false where the gateway may route by a greedy template of its own, such as `/{proxy+}`: then that
 * says nothing, even if an operation has it, as a more concrete one may be meant.
 */
export function createRoutes(operations: readonly PreparedOperation[], isRouted = true): Routes {
  const byRouteKey = new Map<string, PreparedOperation>();
  const byTemplate = new Map<string, Map<string, PreparedOperation>>();
  for (const operation of operations) {
    const { method, path } = operation.row;
    if (isRouted || !isGreedy(path)) {
      byRouteKey.set(`${method} ${path}`, operation);
    }
    const methods = byTemplate.get(path) ?? new Map<string, PreparedOperation>();
    byTemplate.set(path, methods.set(method, operation));
  }
  // Gateways want one name for the variables that stand at one place, so a definition may rename ours.
  let byShape: Map<string, string> | undefined;

  function methodsOf(request: GatewayRequest): Methods | undefined {
    const { template } = request;
    request.path = decodeVariables(request);
    if (template === null || (!isRouted && isGreedy(template))) {
      return undefined;
    }
    const methods = byTemplate.get(template);
    if (methods) {
      return methods;
    }
    byShape ??= new Map(Array.from(byTemplate.keys(), (each) => [shapeOf(each), each]));
    const own = byShape.get(shapeOf(template)) ?? "";
    const values = variablesOf(template).map((name) => request.path[name]);
    request.path = Object.fromEntries(variablesOf(own).map((name, index) => [name, values[index]]));
    return byTemplate.get(own);
  }

  return {
    byTemplate,
    methodsOf,
    find(request) {
      const { routeKey } = request;
      const operation = routeKey === null ? undefined : byRouteKey.get(routeKey);
      if (operation) {
        request.path = request.variables;
        return operation;
      }
      return methodsOf(request)?.get(request.method);
    },
  };
}

/** True where a template takes whatever follows: `/{proxy+}`, `/files/{path+}`. */
export function isGreedy(template: string): boolean {
  return template.includes("+}");
}

/** Names of a template's variables in order: `/a/{b}/{c+}` → `["b", "c"]`. */
export function variablesOf(template: string): string[] {
  return Array.from(template.matchAll(VARIABLES), ([, name = ""]) => name);
}

/** A template without the names of its variables: `/a/{b}/{c+}` → `/a/{}/{+}`. */
function shapeOf(template: string): string {
  return template.replace(/\{[^{}]+?(\+?)\}/g, "{$1}");
}

/** Path variables, decoded once where the source has not done it. */
function decodeVariables({ variables, isPathEncoded }: GatewayRequest): GatewayRequest["path"] {
  if (isPathEncoded) {
    for (const name in variables) {
      if (variables[name]?.includes("%")) {
        return Object.fromEntries(
          Object.entries(variables).map(([key, text]) => [key, text && decodePercent(text)]),
        );
      }
    }
  }
  return variables;
}
