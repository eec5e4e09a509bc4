import { expect, it } from "vitest";
import { decide, readAuthorizerResult } from "./authorizer-policy.js";

const ARN = "arn:aws:execute-api:eu-central-1:1:api/local/GET/users/7";

function decisionOf(...statements: readonly object[]): string {
  const result = readAuthorizerResult({
    principalId: "ada",
    policyDocument: { Version: "2012-10-17", Statement: statements },
  });
  return typeof result === "string" ? result : decide(result.statements, ARN);
}

const allow = (Resource: unknown, Action: unknown = "execute-api:Invoke") => ({
  Effect: "Allow",
  Action,
  Resource,
});

it.each([
  ["the very method", ARN],
  ["everything", "*"],
  ["a wildcard across slashes", "arn:aws:execute-api:*:*:api/local/*"],
  ["one character", "arn:aws:execute-api:eu-central-1:1:api/local/GET/users/?"],
  ["one of several", ["arn:other", ARN]],
])("allows by %s", (_title, resource) => {
  expect(decisionOf(allow(resource))).toBe("allow");
});

it.each([
  ["another method", ARN.replace("GET", "PUT")],
  ["a longer path", `${ARN}/posts`],
  ["dots that are no wildcards", ARN.replaceAll("-", ".")],
  ["another API", "arn:aws:execute-api:*:*:other/local/*"],
])("does not allow by %s", (_title, resource) => {
  expect(decisionOf(allow(resource))).toBe("implicitDeny");
});

it("lets a deny win over every allow, and needs the right action", () => {
  expect(decisionOf(allow("*"), { ...allow(ARN), Effect: "Deny" })).toBe("explicitDeny");
  expect(decisionOf(allow("*", "s3:*"))).toBe("implicitDeny");
  expect(decisionOf(allow("*", "execute-api:*"))).toBe("allow");
  expect(decisionOf()).toBe("implicitDeny");
});

it.each<[unknown, string]>([
  [null, "the result is not an object"],
  [{ isAuthorized: true }, "principalId is not a text"],
  [{ principalId: "a" }, "policyDocument is not an object"],
  [{ principalId: "a", policyDocument: {} }, "a policy statement is not an object"],
  [
    { principalId: "a", policyDocument: { Statement: [{ ...allow("*"), Effect: "allow" }] } },
    "the Effect of a statement is not Allow or Deny",
  ],
  [
    { principalId: "a", policyDocument: { Statement: [{ ...allow("*"), Condition: {} }] } },
    "Condition in a policy is not supported by the local gateway",
  ],
  [
    { principalId: "a", policyDocument: { Statement: [allow("*")] }, context: { list: [] } },
    'the context value "list" is not a text, a number or a boolean',
  ],
])("says what is wrong with %j", (value, expected) => {
  expect(readAuthorizerResult(value)).toBe(expected);
});

it("gives every context value as text", () => {
  const result = readAuthorizerResult({
    principalId: "a",
    policyDocument: { Statement: allow("*") },
    context: { scope: "x", level: 3, isAdmin: false, nothing: null },
  });
  expect(result).toMatchObject({ context: { scope: "x", level: "3", isAdmin: "false" } });
});
