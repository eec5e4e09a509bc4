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
    [bearer, { scopes: null, hasApiKey: true }, "unauthenticated"],
    [[{ key: [] }], { scopes: null, hasApiKey: true }, "allowed"],
    [[{ key: [] }], { scopes: null }, "unauthenticated"],
    [[{ a: ["x"] }, { b: ["y"] }], { scopes: ["y"] }, "allowed"],
    [[{ a: ["x"], b: ["y"] }], { scopes: ["y"] }, "missing-scope"],
  ] as const)("%j with %j is %s", (security, credentials, verdict) => {
    expect(evaluateSecurity(security, credentials)).toBe(verdict);
  });
});
