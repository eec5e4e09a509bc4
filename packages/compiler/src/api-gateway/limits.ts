// Source of every figure: API Gateway Developer Guide, "Quotas for configuring and running a REST API"
// and "Quotas for configuring and running an HTTP API", unless a line says otherwise.

/**
 * Milliseconds a REST API waits for an integration by default before it answers 504.
 * Regional and private APIs can be granted more.
 */
export const REST_API_INTEGRATION_TIMEOUT_MS = 29_000;

/** Milliseconds an HTTP API waits for an integration. */
export const HTTP_API_INTEGRATION_TIMEOUT_MS = 30_000;

/** Resources of one REST API, the root and those in between included. */
export const REST_API_RESOURCES = 300;

/** Routes of one HTTP API. */
export const HTTP_API_ROUTES = 300;

/** Authorizers of one API. */
export const AUTHORIZERS = 10;

/** Bytes of an API definition that an import takes. */
export const DEFINITION_BYTES = 6 * 1024 * 1024;

/** Bytes of one model. */
export const MODEL_BYTES = 400 * 1024;
