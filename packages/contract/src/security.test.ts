import { describe, expect, it } from "vitest";
import { evaluateSecurity } from "./security.js";

describe("evaluateSecurity", () => {
  const bearer = [{ bearer: ["users:read", "users:write"] }];

  it.each([
    [undefined, { scopes: null }, "allowed"],
    [[], { scopes: null }, "allowed"],
    [[{}], { scopes: null }, "allowed"],
    [bearer, { scopes: null }, "unauthenticated"],
    [bearer, { scopes: [] }, "missing-scope"],
    [bearer, { scopes: ["users:read"] }, "missing-scope"],
    [bearer, { scopes: ["users:write", "x", "users:read"] }, "allowed"],
    [[{ a: ["x"] }, { b: ["y"] }], { scopes: ["y"] }, "allowed"],
    [[{ a: ["x"], b: ["y"] }], { scopes: ["y"] }, "missing-scope"],
  ] as const)("%j with %j is %s", (security, credentials, verdict) => {
    expect(evaluateSecurity(security ? { security } : {}, credentials)).toBe(verdict);
  });

  const keyOnly = { scopes: null, hasApiKey: true };

  it.each([
    ["an API key scheme", [{ key: [] }], keyOnly, "allowed"],
    [
      "an API key scheme that no key was shown for",
      [{ key: [] }],
      { scopes: null },
      "unauthenticated",
    ],
    ["an API key scheme that an authorizer has decided", [{ key: [] }], { scopes: [] }, "allowed"],
    ["another scheme without scopes", [{ bearer: [] }], keyOnly, "unauthenticated"],
    ["both together", [{ key: [], bearer: [] }], keyOnly, "unauthenticated"],
    ["both together, in the other order", [{ bearer: [], key: [] }], keyOnly, "unauthenticated"],
    [
      "both together, a scope with it",
      [{ bearer: ["x"], key: [] }],
      { scopes: ["x"], hasApiKey: true },
      "allowed",
    ],
    [
      "both together, a scope missing",
      [{ bearer: ["x"], key: [] }],
      { scopes: [], hasApiKey: true },
      "missing-scope",
    ],
    ["either of both", [{ bearer: ["x"] }, { key: [] }], keyOnly, "allowed"],
  ] as const)("a native API key: %s", (_, security, credentials, verdict) => {
    expect(evaluateSecurity({ security, apiKeys: ["key"] }, credentials)).toBe(verdict);
  });

  it("takes no native API key for a scheme of that kind which the gateway does not check", () => {
    expect(evaluateSecurity({ security: [{ cookieKey: [] }] }, keyOnly)).toBe("unauthenticated");
  });
});
