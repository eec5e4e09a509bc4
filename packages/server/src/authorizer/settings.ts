/** Whose tokens count. What is left out comes from the environment variable named beside it. */
export interface AuthorizerOptions {
  /** The exact `iss` of a token. `JWT_ISSUER`. */
  readonly issuer?: string;
  /** What has to be in a token's `aud`. `JWT_AUDIENCE`. */
  readonly audience?: string;
  /** Where the issuer's public keys are: `https:`, or `http:` on a loopback address. `JWT_JWKS_URI`. */
  readonly jwksUri?: string;
  /** Signature algorithms that count; asymmetric ones unless others are named. */
  readonly algorithms?: readonly string[];
  /** Seconds by which clocks may differ; 0 by default. */
  readonly clockToleranceSeconds?: number;
  /**
   * For operations with optional credentials: a call without any `Authorization` passes as nobody. The authorizer
   * opens the whole stage then, so every function behind it has to check who calls, as those of this runtime do:
   * their protected operations answer 401. A token that does not hold is denied still.
   */
  readonly allowAnonymous?: boolean;
  /** Takes the one line per decision instead of `console.log`. */
  readonly log?: (line: AuthorizerLog) => void;
}

/** What a decision leaves: never a token or a part of one. */
export interface AuthorizerLog {
  readonly level: "info" | "error";
  readonly decision: "allow" | "deny";
  /** Why a call was denied: a code such as `ERR_JWT_EXPIRED`, or what is missing. `anonymous` for one let pass without token. */
  readonly reason?: string;
  readonly requestId?: string;
}

/** Settings with nothing missing. */
export interface AuthorizerSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUri: URL;
  readonly algorithms: readonly string[];
  readonly clockToleranceSeconds: number;
}

/** Nobody but the issuer can sign with these. Source: RFC 8725 §3.1, §3.2. */
const ASYMMETRIC = [
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
  "PS256",
  "PS384",
  "PS512",
  "RS256",
  "RS384",
  "RS512",
] as const;

/** Complete settings, or what keeps them from being so. */
export function readSettings(
  options: AuthorizerOptions,
  environment: Readonly<Record<string, string | undefined>>,
): AuthorizerSettings | { readonly missing: string } {
  const issuer = options.issuer ?? environment.JWT_ISSUER;
  const audience = options.audience ?? environment.JWT_AUDIENCE;
  const jwksText = options.jwksUri ?? environment.JWT_JWKS_URI;
  if (!issuer || !audience || !jwksText) {
    const missing = [
      !issuer && "JWT_ISSUER",
      !audience && "JWT_AUDIENCE",
      !jwksText && "JWT_JWKS_URI",
    ];
    return { missing: `${missing.filter(Boolean).join(", ")} not set` };
  }
  const jwksUri = URL.parse(jwksText);
  if (!jwksUri || !isSafe(jwksUri)) {
    return {
      missing: "JWT_JWKS_URI is neither an https URL nor an http URL on a loopback address",
    };
  }
  const { algorithms = ASYMMETRIC, clockToleranceSeconds = 0 } = options;
  return { issuer, audience, jwksUri, algorithms, clockToleranceSeconds };
}

/** Keys that come over an open network could be anybody's. */
function isSafe({ protocol, hostname }: URL): boolean {
  return (
    protocol === "https:" ||
    (protocol === "http:" && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname))
  );
}
