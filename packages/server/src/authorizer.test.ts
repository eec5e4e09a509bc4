import { createServer, type Server } from "node:http";
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AuthorizerLog, type AuthorizerOptions, createAuthorizer } from "./authorizer.js";

const issuer = "https://issuer.example/";
const audience = "whiteboard";
const methodArn = "arn:aws:execute-api:eu-west-1:123456789012:abc123/prod/DELETE/messages/1";

let server: Server;
let jwksUri: string;
let keys: CryptoKeyPair;
let strangers: CryptoKeyPair;

beforeAll(async () => {
  keys = await generateKeyPair("ES256", { extractable: true });
  strangers = await generateKeyPair("ES256", { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: "k1", alg: "ES256" };
  server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  jwksUri = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/jwks`;
});

afterAll(() => {
  server.close();
});

interface Claims {
  readonly iss?: string;
  readonly aud?: string;
  readonly exp?: number | string | Date | null;
  readonly nbf?: number;
  readonly sub?: string | null;
  readonly [claim: string]: unknown;
}

function sign(claims: Claims = {}, key = keys.privateKey, header = {}): Promise<string> {
  const { iss = issuer, aud = audience, exp = "1h", sub = "ann", ...rest } = claims;
  const jwt = new SignJWT({ scope: "messages:moderate users:read", ...rest })
    .setProtectedHeader({ alg: "ES256", kid: "k1", ...header })
    .setIssuer(iss)
    .setAudience(aud);
  if (exp !== null) jwt.setExpirationTime(exp);
  if (sub !== null) jwt.setSubject(sub);
  return jwt.sign(key);
}

function restEvent(authorization?: string) {
  return {
    type: "REQUEST",
    methodArn,
    headers: authorization === undefined ? {} : { Authorization: authorization },
    multiValueHeaders: authorization === undefined ? {} : { Authorization: [authorization] },
    requestContext: { requestId: "r-1" },
  };
}

function create(options: AuthorizerOptions = {}) {
  const lines: AuthorizerLog[] = [];
  const authorize = createAuthorizer({
    issuer,
    audience,
    jwksUri,
    log: (line) => lines.push(line),
    ...options,
  });
  return { authorize, lines };
}

describe("createAuthorizer", () => {
  it("allows the whole stage and passes sub and scope on", async () => {
    const { authorize, lines } = create();
    expect(await authorize(restEvent(`Bearer ${await sign()}`))).toEqual({
      principalId: "ann",
      policyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Action: "execute-api:Invoke",
            Effect: "Allow",
            Resource: "arn:aws:execute-api:eu-west-1:123456789012:abc123/prod/*",
          },
        ],
      },
      context: { sub: "ann", scope: "messages:moderate users:read" },
    });
    expect(lines).toEqual([{ level: "info", decision: "allow", requestId: "r-1" }]);
  });

  it("answers yes or no in payload format 2.0", async () => {
    const { authorize } = create();
    const event = { version: "2.0", type: "REQUEST", routeArn: methodArn };
    const headers = { authorization: `bearer ${await sign()}` };
    expect(await authorize({ ...event, headers })).toEqual({
      isAuthorized: true,
      context: { sub: "ann", scope: "messages:moderate users:read" },
    });
    expect(await authorize({ ...event, headers: {} })).toEqual({ isAuthorized: false });
  });

  it("reads a TOKEN authorizer's event", async () => {
    const { authorize } = create();
    const event = { type: "TOKEN", methodArn, authorizationToken: `Bearer ${await sign()}` };
    expect(await authorize(event)).toMatchObject({ principalId: "ann" });
  });

  it("takes scopes from a list in scp", async () => {
    const { authorize } = create();
    const token = await sign({ scope: undefined, scp: ["a", "b"] });
    expect(await authorize(restEvent(`Bearer ${token}`))).toMatchObject({
      context: { scope: "a b" },
    });
  });

  const past = () => Math.floor(Date.now() / 1000) - 10;
  it.each<[string, () => Promise<string | undefined>, string]>([
    ["no header", async () => undefined, "no bearer token"],
    ["another scheme", async () => "Basic YTpi", "no bearer token"],
    ["a token without scheme", () => sign(), "no bearer token"],
    [
      "two tokens in one header",
      async () => `Bearer ${await sign()}, Bearer ${await sign()}`,
      "no bearer token",
    ],
    ["text that is no token", async () => "Bearer abc", "ERR_JWS_INVALID"],
    [
      "another issuer",
      async () => `Bearer ${await sign({ iss: "https://other.example/" })}`,
      "ERR_JWT_CLAIM_VALIDATION_FAILED",
    ],
    [
      "another audience",
      async () => `Bearer ${await sign({ aud: "other" })}`,
      "ERR_JWT_CLAIM_VALIDATION_FAILED",
    ],
    ["an expired token", async () => `Bearer ${await sign({ exp: past() })}`, "ERR_JWT_EXPIRED"],
    [
      "a token that never expires",
      async () => `Bearer ${await sign({ exp: null })}`,
      "ERR_JWT_CLAIM_VALIDATION_FAILED",
    ],
    [
      "a token of nobody",
      async () => `Bearer ${await sign({ sub: null })}`,
      "ERR_JWT_CLAIM_VALIDATION_FAILED",
    ],
    [
      "a token from the future",
      async () => `Bearer ${await sign({ nbf: past() + 3600 })}`,
      "ERR_JWT_CLAIM_VALIDATION_FAILED",
    ],
    [
      "another key",
      async () => `Bearer ${await sign({}, strangers.privateKey)}`,
      "ERR_JWS_SIGNATURE_VERIFICATION_FAILED",
    ],
    [
      "an unknown key id",
      async () => `Bearer ${await sign({}, keys.privateKey, { kid: "k2" })}`,
      "ERR_JWKS_NO_MATCHING_KEY",
    ],
    [
      "an unsigned token",
      async () =>
        `Bearer ${new UnsecuredJWT({}).setIssuer(issuer).setAudience(audience).setSubject("ann").setExpirationTime("1h").encode()}`,
      "ERR_JOSE_ALG_NOT_ALLOWED",
    ],
    [
      "a token signed with the public key as a secret",
      async () => {
        const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(keys.publicKey)));
        const jwt = new SignJWT({})
          .setProtectedHeader({ alg: "HS256", kid: "k1" })
          .setIssuer(issuer);
        return `Bearer ${await jwt.setAudience(audience).setSubject("ann").setExpirationTime("1h").sign(secret)}`;
      },
      "ERR_JOSE_ALG_NOT_ALLOWED",
    ],
  ])("denies %s with exactly Unauthorized", async (_, header, reason) => {
    const { authorize, lines } = create();
    await expect(authorize(restEvent(await header()))).rejects.toThrow(/^Unauthorized$/);
    expect(lines).toEqual([{ level: "info", decision: "deny", reason, requestId: "r-1" }]);
  });

  it("denies an algorithm that is not on the list", async () => {
    const { authorize } = create({ algorithms: ["RS256"] });
    await expect(authorize(restEvent(`Bearer ${await sign()}`))).rejects.toThrow(/^Unauthorized$/);
  });

  it("denies everything and says which setting is missing", async () => {
    const lines: AuthorizerLog[] = [];
    const authorize = createAuthorizer({ audience, log: (line) => lines.push(line) });
    await expect(authorize(restEvent(`Bearer ${await sign()}`))).rejects.toThrow(/^Unauthorized$/);
    expect(lines[0]).toMatchObject({ level: "error", reason: "JWT_ISSUER, JWT_JWKS_URI not set" });
  });

  it("denies everything when the keys would come over an open network", async () => {
    const { authorize, lines } = create({ jwksUri: "http://issuer.example/jwks" });
    await expect(authorize(restEvent(`Bearer ${await sign()}`))).rejects.toThrow(/^Unauthorized$/);
    expect(lines[0]?.level).toBe("error");
  });

  it("denies when the keys cannot be read, and logs that as an error", async () => {
    const { authorize, lines } = create({ jwksUri: "http://127.0.0.1:1/jwks" });
    await expect(authorize(restEvent(`Bearer ${await sign()}`))).rejects.toThrow(/^Unauthorized$/);
    expect(lines[0]).toMatchObject({ level: "error", decision: "deny" });
  });

  describe("with allowAnonymous", () => {
    const anonymous = { anonymous: "true" };

    it("lets a call without Authorization pass as nobody, and logs it", async () => {
      const { authorize, lines } = create({ allowAnonymous: true });
      expect(await authorize(restEvent())).toMatchObject({
        principalId: "anonymous",
        policyDocument: { Statement: [{ Effect: "Allow" }] },
        context: anonymous,
      });
      expect(await authorize({ version: "2.0", headers: {} })).toEqual({
        isAuthorized: true,
        context: anonymous,
      });
      expect(lines[0]).toEqual({
        level: "info",
        decision: "allow",
        reason: "anonymous",
        requestId: "r-1",
      });
    });

    it.each([
      ["an empty header", async () => ""],
      ["another scheme", async () => "Basic YTpi"],
      ["an expired token", async () => `Bearer ${await sign({ exp: past() })}`],
      ["another key", async () => `Bearer ${await sign({}, strangers.privateKey)}`],
    ])("still denies %s", async (_, header) => {
      const { authorize } = create({ allowAnonymous: true });
      await expect(authorize(restEvent(await header()))).rejects.toThrow(/^Unauthorized$/);
    });

    it("still denies everything when a setting is missing, or the event names no method", async () => {
      const { authorize } = create({ allowAnonymous: true, jwksUri: "http://issuer.example/jwks" });
      await expect(authorize(restEvent())).rejects.toThrow(/^Unauthorized$/);
      const other = create({ allowAnonymous: true });
      await expect(other.authorize(null)).rejects.toThrow(/^Unauthorized$/);
    });

    it("still knows who has a token", async () => {
      const { authorize } = create({ allowAnonymous: true });
      expect(await authorize(restEvent(`Bearer ${await sign()}`))).toMatchObject({
        principalId: "ann",
        context: { sub: "ann" },
      });
    });
  });

  it("denies an event that says nothing", async () => {
    const { authorize } = create();
    await expect(authorize(null)).rejects.toThrow(/^Unauthorized$/);
  });

  it("never logs a token", async () => {
    const { authorize, lines } = create();
    const token = await sign({ exp: past() });
    await expect(authorize(restEvent(`Bearer ${token}`))).rejects.toThrow();
    for (const part of token.split(".")) {
      expect(JSON.stringify(lines)).not.toContain(part);
    }
  });
});
