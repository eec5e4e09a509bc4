import { createAuthorizer } from "@gatewright/server/authorizer";

/** Lets a bearer token in, or not; issuer, audience and key set come from `JWT_ISSUER`, `JWT_AUDIENCE` and `JWT_JWKS_URI`. */
export const handler = createAuthorizer();
