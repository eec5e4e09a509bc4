/** What lets a page of another origin read an answer; nothing for a request that is not a page's. */
export function corsHeaders(request: Request): Readonly<Record<string, string>> {
  const origin = request.headers.get("origin");
  return origin === null
    ? {}
    : {
        "access-control-allow-origin": origin,
        "access-control-allow-credentials": "true",
        "access-control-expose-headers": "location, retry-after, www-authenticate",
        vary: "origin",
      };
}

/** The answer to a preflight: every method that the path has, every header that the page asks for. */
export function preflightHeaders(
  request: Request,
  methods: readonly string[],
): Readonly<Record<string, string>> {
  return {
    ...corsHeaders(request),
    "access-control-allow-methods": methods.join(", "),
    "access-control-allow-headers": request.headers.get("access-control-request-headers") ?? "*",
  };
}
