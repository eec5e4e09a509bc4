import { type BalancerEvent, BalancerRequest } from "./balancer-request.js";
import type { GatewayRequest } from "./gateway-request.js";
import { type HttpEvent, HttpRequest } from "./http-request.js";
import { type RestEvent, RestRequest } from "./rest-request.js";

/** The function was called by something that does not speak for an HTTP client. */
export class UnsupportedEventError extends TypeError {
  readonly keys: readonly string[];
  constructor(event: unknown) {
    const keys = Object.keys(Object(event));
    super(
      `the event is none of API Gateway (REST API, HTTP API), a function URL or a load balancer; it has ${
        keys.length > 0 ? `the keys ${keys.join(", ")}` : "no keys"
      }`,
    );
    this.name = "UnsupportedEventError";
    this.keys = keys;
  }
}

/** The fields that tell one source from another; any of them may be anything. */
interface EventFields {
  readonly httpMethod?: unknown;
  readonly requestContext?: {
    readonly elb?: unknown;
    readonly http?: { readonly method?: unknown } | null;
  } | null;
}

/** Recognises the event by the fields that only its source sends. Throws an `UnsupportedEventError`. */
export function readEvent(event: unknown): GatewayRequest {
  // Reading a field of anything but null and undefined is safe, and what is read is checked below.
  const { httpMethod, requestContext } = (event ?? {}) as EventFields;
  if (typeof requestContext?.http?.method === "string") {
    return new HttpRequest(event as HttpEvent);
  }
  if (typeof httpMethod === "string") {
    return requestContext?.elb === undefined
      ? new RestRequest(event as RestEvent)
      : new BalancerRequest(event as BalancerEvent);
  }
  throw new UnsupportedEventError(event);
}
