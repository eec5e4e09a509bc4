import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import {
  type AuthorizerRequest,
  bearerToken,
  readAuthorizerEvent,
  stageArn,
} from "./authorizer/authorizer-event.js";
import {
  type AuthorizerLog,
  type AuthorizerOptions,
  type AuthorizerSettings,
  readSettings,
} from "./authorizer/settings.js";

export type { AuthorizerLog, AuthorizerOptions } from "./authorizer/settings.js";

/** API Gateway answers 401 when an authorizer fails with exactly this message, and 500 for any other. */
export class UnauthorizedError extends Error {
  constructor() {
    super("Unauthorized");
    this.name = "UnauthorizedError";
  }
}

/** What the operations of the API get to know about the caller. */
export interface AuthorizerContext {
  readonly sub: string;
  /** Separated by spaces, as in RFC 6749 §3.3. */
  readonly scope: string;
}

/** What they get to know about a caller without credentials: that there is nobody. Text, as API Gateway makes it that. */
export interface AnonymousContext {
  readonly anonymous: "true";
}

/** An IAM policy, for a REST API and payload format 1.0. */
export interface AuthorizerPolicy {
  readonly principalId: string;
  readonly policyDocument: {
    readonly Version: "2012-10-17";
    readonly Statement: readonly {
      readonly Action: "execute-api:Invoke";
      readonly Effect: "Allow";
      readonly Resource: string;
    }[];
  };
  readonly context: AuthorizerContext | AnonymousContext;
}

/** A simple response, for payload format 2.0. */
export interface AuthorizerVerdict {
  readonly isAuthorized: boolean;
  readonly context?: AuthorizerContext | AnonymousContext;
}

/** An authorizer function for API Gateway. */
export type Authorizer = (event: unknown) => Promise<AuthorizerPolicy | AuthorizerVerdict>;

/**
 * Makes an authorizer function that takes a JWT from `Authorization: Bearer …` and checks its signature against
 * the issuer's keys, its algorithm, issuer, audience and times. It opens the whole stage and passes `sub` and `scope`
 * on: which scopes an operation needs is for the operation's function to check. Everything else is denied, missing
 * settings included: rejects with `UnauthorizedError`, or answers `{ isAuthorized: false }` in format 2.0.
 */
export function createAuthorizer(options: AuthorizerOptions = {}): Authorizer {
  const log = options.log ?? ((line: AuthorizerLog) => console.log(JSON.stringify(line)));
  let keys: JWTVerifyGetKey | undefined;

  async function decide(
    request: AuthorizerRequest,
  ): Promise<AuthorizerContext | AnonymousContext | { reason: string; isOurs: boolean }> {
    const settings = readSettings(options, process.env);
    if ("missing" in settings) {
      return { reason: settings.missing, isOurs: true };
    }
    if (request.answer === "policy" && request.methodArn === "") {
      return { reason: "the event names no method", isOurs: true };
    }
    if (options.allowAnonymous && request.authorization.length === 0) {
      return ANONYMOUS;
    }
    const token = bearerToken(request);
    if (token === undefined) {
      return { reason: "no bearer token", isOurs: false };
    }
    keys ??= createRemoteJWKSet(settings.jwksUri);
    try {
      return contextOf(await verify(token, keys, settings));
    } catch (error) {
      const reason = reasonOf(error);
      return { reason, isOurs: !CALLERS_FAULT.test(reason) };
    }
  }

  return async function authorize(event) {
    const request = readAuthorizerEvent(event);
    const found = await decide(request);
    const isAllowed = !("reason" in found);
    const reason = isAllowed ? ("sub" in found ? undefined : "anonymous") : found.reason;
    log({
      level: isAllowed || !found.isOurs ? "info" : "error",
      decision: isAllowed ? "allow" : "deny",
      ...(reason !== undefined && { reason }),
      ...(request.requestId !== undefined && { requestId: request.requestId }),
    });
    if (request.answer === "simple") {
      return isAllowed ? { isAuthorized: true, context: found } : { isAuthorized: false };
    }
    if (!isAllowed) {
      throw new UnauthorizedError();
    }
    return {
      // A policy has to name somebody. `readCaller` knows that this is nobody by the context.
      principalId: "sub" in found ? found.sub : "anonymous",
      policyDocument: {
        Version: "2012-10-17",
        Statement: [
          { Action: "execute-api:Invoke", Effect: "Allow", Resource: stageArn(request.methodArn) },
        ],
      },
      context: found,
    };
  };
}

const ANONYMOUS: AnonymousContext = { anonymous: "true" };

/** Codes of jose that tell of the token; all others tell of the settings, the network or the issuer. */
const CALLERS_FAULT =
  /^ERR_(?:JW[ST]_|JWKS_NO_MATCHING_KEY|JOSE_(?:ALG_NOT_ALLOWED|NOT_SUPPORTED))/;

async function verify(
  token: string,
  keys: JWTVerifyGetKey,
  { issuer, audience, algorithms, clockToleranceSeconds }: AuthorizerSettings,
): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience,
    algorithms: [...algorithms],
    clockTolerance: clockToleranceSeconds,
    requiredClaims: ["exp", "sub"],
  });
  return payload;
}

/** Scopes are in `scope` (RFC 9068) or, as a list, in `scp`. */
function contextOf({ sub = "", scope, scp }: JWTPayload): AuthorizerContext {
  const scopes = [scope ?? scp ?? ""].flat().filter((name) => typeof name === "string");
  return { sub, scope: scopes.join(" ") };
}

/** A code of jose such as `ERR_JWT_EXPIRED`; messages may quote the token. */
function reasonOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "the issuer's keys could not be read";
}
