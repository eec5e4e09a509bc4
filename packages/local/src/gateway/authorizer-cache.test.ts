import { expect, it } from "vitest";
import { AuthorizerCache } from "./authorizer-cache.js";
import type { AuthorizerResult } from "./authorizer-policy.js";

const result: AuthorizerResult = {
  principalId: "ada",
  statements: [],
  context: {},
  usageIdentifierKey: null,
};

it("keeps a result for its seconds, and none with a TTL of 0", () => {
  let now = 1_000;
  const cache = new AuthorizerCache(() => now);
  cache.set("a", result, 300);
  cache.set("b", result, 0);
  expect(cache.get("a")).toBe(result);
  expect(cache.get("b")).toBeNull();
  now += 299_999;
  expect(cache.get("a")).toBe(result);
  now += 1;
  expect(cache.get("a")).toBeNull();
});

it("drops the oldest when it is full", () => {
  const cache = new AuthorizerCache();
  for (let number = 0; number <= 1_000; number += 1) cache.set(String(number), result, 300);
  expect(cache.get("0")).toBeNull();
  expect(cache.get("1000")).toBe(result);
});
