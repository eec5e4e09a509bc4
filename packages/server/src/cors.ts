import type { GatewayRequest } from "./event/gateway-request.js";
import type { CorsOptions } from "./lambda-options.js";

type Headers = Readonly<Record<string, string>>;

/** Gives the CORS headers of an answer to a request: one frozen object per origin, made once. */
export type CorsHeaders = (request: GatewayRequest) => Headers;

const NONE: Headers = Object.freeze({});

export function createCors(options: CorsOptions | null | undefined): CorsHeaders {
  if (!options) {
    return () => NONE;
  }
  if (options.allowOrigins.includes("*")) {
    const any = headersFor("*", options);
    return () => any;
  }
  const byOrigin = new Map(
    options.allowOrigins.map((origin) => [origin, headersFor(origin, options)]),
  );
  const stranger: Headers = Object.freeze({ vary: "origin" });
  return (request) => byOrigin.get(request.header("origin") ?? "") ?? stranger;
}

function headersFor(
  origin: string,
  { exposeHeaders = [], allowCredentials }: CorsOptions,
): Headers {
  return Object.freeze({
    "access-control-allow-origin": origin,
    ...(origin !== "*" && { vary: "origin" }),
    ...(exposeHeaders.length > 0 && { "access-control-expose-headers": exposeHeaders.join(",") }),
    ...(allowCredentials && { "access-control-allow-credentials": "true" }),
  });
}

/** What answers a preflight where no gateway does it: behind `{proxy+}`, a function URL or a load balancer. */
export function preflightHeaders(options: CorsOptions, methods: readonly string[]): Headers {
  return {
    "access-control-allow-methods": [...methods, "OPTIONS"].join(","),
    ...(options.allowHeaders && {
      "access-control-allow-headers": options.allowHeaders.join(","),
    }),
    ...(options.maxAgeSeconds !== undefined && {
      "access-control-max-age": String(options.maxAgeSeconds),
    }),
  };
}
