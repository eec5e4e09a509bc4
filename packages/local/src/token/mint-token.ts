import { readSigningKey, SIGNING_ALGORITHM } from "./signing-key.js";

/** `iss` of local tokens: the same on every port, so that a token outlives a restart. */
export const LOCAL_ISSUER = "urn:gatewright:local";
/** `aud` of local tokens. */
export const LOCAL_AUDIENCE = "gatewright-local";

const DEFAULT_LIFETIME_SECONDS = 12 * 60 * 60;

export interface TokenOptions {
  /** File of the signing key, for example `.gatewright/token-key.json`; made when it is not there. */
  readonly keyFile: string;
  /** Land in the `scope` claim, with spaces between them. */
  readonly scopes: readonly string[];
  /** The `sub` claim. */
  readonly subject: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** 12 hours when left out. */
  readonly lifetimeSeconds?: number;
}

/**
 * A signed bearer token that the local authorizer accepts, and nobody else: only this machine has the key. There is no
 * endpoint that gives out tokens.
 */
export async function mintToken(options: TokenOptions): Promise<string> {
  const { scopes, subject, issuer = LOCAL_ISSUER, audience = LOCAL_AUDIENCE } = options;
  const { importJWK, SignJWT } = await import("jose");
  const key = await readSigningKey(options.keyFile);
  const issuedAt = Math.floor(Date.now() / 1_000);
  return new SignJWT({ ...(scopes.length > 0 && { scope: scopes.join(" ") }) })
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: key.kid, typ: "JWT" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + (options.lifetimeSeconds ?? DEFAULT_LIFETIME_SECONDS))
    .sign(await importJWK(key, SIGNING_ALGORITHM));
}
