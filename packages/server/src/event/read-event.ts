import type { Router } from "../by-path.js";
import { UnsupportedEventError } from "../server-error.js";
import type { BalancerEvent } from "./balancer-request.js";
import type { GatewayRequest } from "./gateway-request.js";
import { type HttpEvent, HttpRequest } from "./http-request.js";
import { type RestEvent, RestRequest } from "./rest-request.js";

/** The fields that tell one source from another; any of them may be anything. */
interface EventFields {
  readonly httpMethod?: unknown;
  readonly requestContext?: {
    readonly elb?: unknown;
    readonly http?: { readonly method?: unknown } | null;
  } | null;
}

/** Recognises the event by the fields that only its source sends. Throws an `UnsupportedEventError`. */
export function readEvent(event: unknown, router: Router | undefined): GatewayRequest {
  // Reading a field of anything but null and undefined is safe, and what is read is checked below.
  const { httpMethod, requestContext } = (event ?? {}) as EventFields;
  if (typeof requestContext?.http?.method === "string") {
    return new HttpRequest(event as HttpEvent);
  }
  if (typeof httpMethod === "string") {
    if (requestContext?.elb === undefined) {
      return new RestRequest(event as RestEvent);
    }
    if (router) {
      return router.read(event as BalancerEvent);
    }
  }
  throw new UnsupportedEventError(event);
}
