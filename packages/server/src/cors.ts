import type { GatewayRequest } from "./event/gateway-request.js";
import type { CorsOptions } from "./lambda-options.js";

type Headers = Readonly<Record<string, string>>;

/** The CORS headers of an answer to a request. */
export type CorsHeaders = (request: Pick<GatewayRequest, "header">) => Headers;

export function createCors({
  allowOrigins,
  exposeHeaders,
  allowCredentials,
}: CorsOptions): CorsHeaders {
  const always = {
    ...(exposeHeaders?.length && { "access-control-expose-headers": exposeHeaders.join() }),
    ...(allowCredentials && { "access-control-allow-credentials": "true" }),
  };
  if (allowOrigins.includes("*")) {
    const headers = { "access-control-allow-origin": "*", ...always };
    return () => headers;
  }
  // An answer to a stranger must not be kept for a page that may read it.
  const vary = { vary: "origin" };
  return (request) => {
    const origin = request.header("origin") ?? "";
    return allowOrigins.includes(origin)
      ? { "access-control-allow-origin": origin, ...vary, ...always }
      : vary;
  };
}

/** What answers a preflight where no gateway does it: behind `{proxy+}`, a function URL or a load balancer. */
export function preflightHeaders(
  { allowHeaders, maxAgeSeconds }: CorsOptions,
  methods: readonly string[],
): Headers {
  return {
    "access-control-allow-methods": methods.join(","),
    ...(allowHeaders?.length && { "access-control-allow-headers": allowHeaders.join(",") }),
    ...(maxAgeSeconds !== undefined && { "access-control-max-age": String(maxAgeSeconds) }),
  };
}
