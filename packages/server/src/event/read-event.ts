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

/** Recognises the event by the fields that only its source sends. Throws an `UnsupportedEventError`. */
export function readEvent(event: unknown): GatewayRequest {
  if (isHttpEvent(event)) {
    return new HttpRequest(event);
  }
  if (isRestEvent(event)) {
    return isBalancerEvent(event) ? new BalancerRequest(event) : new RestRequest(event);
  }
  throw new UnsupportedEventError(event);
}

/** Any object can be asked for any field; what is not there is undefined. */
type Fields = { readonly [name: string]: unknown };

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function isHttpEvent(event: unknown): event is HttpEvent {
  return (
    isFields(event) &&
    isFields(event.requestContext) &&
    isFields(event.requestContext.http) &&
    typeof event.requestContext.http.method === "string"
  );
}

function isRestEvent(event: unknown): event is RestEvent {
  return isFields(event) && typeof event.httpMethod === "string";
}

function isBalancerEvent(event: RestEvent): event is RestEvent & BalancerEvent {
  return isFields(event.requestContext) && "elb" in event.requestContext;
}
