import type { GatewayRequest } from "./event/gateway-request.js";
import type { CorsOptions } from "./lambda-options.js";

type Headers = Readonly<Record<string, string>>;

/** The CORS headers of an answer to a request: one frozen object per origin, made once. */
export type CorsHeaders = (request: GatewayRequest) => Headers;

export function createCors(options: CorsOptions | null | undefined): CorsHeaders {
  if (!options || options.allowOrigins.includes("*")) {
    const always = options ? headersFor("*", options) : {};
    return () => always;
  }
  const byOrigin = new Map(
    options.allowOrigins.map((origin) => [origin, headersFor(origin, options)]),
  );
  // An answer to a stranger must not be kept for a page that may read it.
  const stranger = { vary: "origin" };
  return (request) => byOrigin.get(request.header("origin") ?? "") ?? stranger;
}

function headersFor(origin: string, { exposeHeaders, allowCredentials }: CorsOptions): Headers {
  return {
    "access-control-allow-origin": origin,
    ...(origin !== "*" && { vary: "origin" }),
    ...(exposeHeaders?.length && { "access-control-expose-headers": exposeHeaders.join(",") }),
    ...(allowCredentials && { "access-control-allow-credentials": "true" }),
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

/** `content-type` and CORS headers of one kind of answer: the same frozen object for as long as the origin stays the same. */
export class CommonHeaders {
  readonly #mediaType: string | undefined;
  #cors: Headers | undefined;
  #headers: Headers = {};

  constructor(mediaType: string | undefined) {
    this.#mediaType = mediaType;
  }

  with(cors: Headers): Headers {
    if (this.#cors !== cors) {
      this.#cors = cors;
      this.#headers = Object.freeze({
        ...(this.#mediaType !== undefined && { "content-type": this.#mediaType }),
        ...cors,
      });
    }
    return this.#headers;
  }
}
