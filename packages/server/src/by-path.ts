import { createPathTree, type PathTree } from "@gatewright/contract";
import { preflightHeaders } from "./cors.js";
import { type BalancerEvent, BalancerRequest } from "./event/balancer-request.js";
import type { GatewayRequest } from "./event/gateway-request.js";
import type { CorsOptions } from "./lambda-options.js";
import type { PreparedOperation } from "./prepared-operation.js";
import type { Refusal } from "./refusal.js";
import { isGreedy, type Methods, type Routes, variablesOf } from "./routes.js";

/** Finds operations where no gateway has routed the request. */
export interface Router {
  /** Reads an event of a source that never routes; undefined for any other. */
  read(event: BalancerEvent): GatewayRequest;
  /** The operation, its path parameters set; or the answer to a request that has none. */
  find(request: GatewayRequest): PreparedOperation | Refusal;
}

/** Makes the router of one API. */
export type Routing = (routes: Routes, cors: CorsOptions | null | undefined) => Router;

/**
 * Routing for functions behind `{proxy+}`, `$default`, a function URL or a load balancer: by the path, concrete
 * templates first; 404, 405 and preflights are answered here. Behind the routes of a generated definition it is not needed.
 */
export const byPath: Routing = (routes, cors) => {
  // Made on first use: a gateway that routes most requests may leave only a few.
  let templates: PathTree<string> | undefined;

  function match(request: GatewayRequest): Methods | undefined {
    templates ??= createPathTree(Array.from(routes.byTemplate.keys(), (each) => [each, each]));
    const found = templates.find(pathOf(request), request.isPathEncoded || isFunctionUrl(request));
    const [template] = found?.values ?? [];
    if (found === undefined || template === undefined) {
      return undefined;
    }
    request.path = Object.fromEntries(
      variablesOf(template).map((name, index) => [name, found.variables[index]]),
    );
    return routes.byTemplate.get(template);
  }

  return {
    read: (event) => new BalancerRequest(event),
    find(request) {
      const { method } = request;
      const methods = routes.methodsOf(request) ?? match(request);
      if (!methods) {
        return { status: 404, detail: "No operation has this path." };
      }
      // Who can GET can HEAD. Source: RFC 9110 §9.3.2.
      const operation = methods.get(method) ?? (method === "HEAD" ? methods.get("GET") : undefined);
      const names = [...methods.keys()];
      if (!operation && method === "OPTIONS" && cors) {
        return { status: 204, headers: preflightHeaders(cors, names) };
      }
      const [any] = methods.values();
      const allow = names.join(", ");
      return (
        operation ?? { status: 405, detail: `${any?.row.path} takes ${allow}.`, headers: { allow } }
      );
    },
  };
};

/** The fields of events by which a path is found. */
interface PathEvent {
  readonly path?: string;
  readonly rawPath?: string;
  readonly requestContext?: {
    readonly stage?: string;
    readonly domainName?: string;
    readonly http?: { readonly path?: string };
  } | null;
}

/**
 * The path without stage and base path: behind `/v1/{proxy+}` it is put together from the template and its
 * variables. A greedy variable has lost a slash at its end, which the event's path still has.
 */
function pathOf({ template, event, variables }: GatewayRequest): string {
  // Every event that has been recognised is an object of one of the sources.
  const { path, rawPath, requestContext } = event as PathEvent;
  // Payload format 2.0 has the stage in the path unless that is `$default`.
  const stage = rawPath === undefined ? "" : `/${requestContext?.stage}`;
  const whole = rawPath ?? path ?? requestContext?.http?.path ?? "/";
  const sent =
    whole === stage ? "/" : whole.startsWith(`${stage}/`) ? whole.slice(stage.length) : whole;
  if (template === null || !isGreedy(template)) {
    return sent;
  }
  const made = template.replace(/\{([^{}]+?)\+?\}/g, (_, name: string) => variables[name] ?? "");
  return sent.endsWith("/") && !made.endsWith("/") ? `${made}/` : made;
}

/** An HTTP API has decoded the path; a function URL, which routes nothing, has not. */
function isFunctionUrl({ routeKey, event }: GatewayRequest): boolean {
  const { requestContext } = event as PathEvent;
  return routeKey === "$default" && requestContext?.domainName?.includes(".lambda-url.") === true;
}
