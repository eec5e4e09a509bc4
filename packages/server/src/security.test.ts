import { describe, expect, it } from "vitest";
import { echo, row } from "./testing/echo.js";
import { balancerEvent, httpEvent, restEvent, urlEvent } from "./testing/events.js";

const operations = {
  ...row("open", "GET /open"),
  ...row("read", "GET /users", { security: [{ bearer: ["users:read", "users:list"] }] }),
  ...row("keyed", "GET /keyed", { security: [{ key: [] }], apiKeys: ["key"] }),
  ...row("both", "GET /both", { security: [{ key: [], bearer: [] }], apiKeys: ["key"] }),
  ...row("signed", "GET /signed", { security: [{ bearer: [] }] }),
};
const rest = (authorizer: unknown, resource = "/users", identity = {}) =>
  restEvent({ resource, path: resource }, { authorizer, identity });
const http = (authorizer: unknown) => httpEvent({ routeKey: "GET /users" }, { authorizer });
const scope = "users:read users:list";

describe("a protected operation", () => {
  it.each([
    ["no authorizer", rest(undefined)],
    ["null", rest(null)],
    ["an empty context", rest({})],
    ["a context that names nobody", rest({ scope })],
    ["an empty subject", rest({ sub: "", principalId: "", scope })],
    [
      "an authorizer that let nobody in particular pass",
      rest({ principalId: "anonymous", anonymous: "true", integrationLatency: 3 }),
    ],
    ["the same on an HTTP API", http({ lambda: { anonymous: "true" } })],
    ["a caller who is anonymous as well", http({ lambda: { sub: "ann", anonymous: true, scope } })],
    ["an HTTP API without authorizer", http(undefined)],
    ["an authorizer that passed nothing on", http({ lambda: null })],
    ["claims of nobody", http({ jwt: { claims: {} } })],
    [
      "a token that nobody checked",
      restEvent({ resource: "/users", headers: { Authorization: "Bearer x" } }),
    ],
    [
      "a load balancer",
      balancerEvent({ path: "/users", headers: { "x-amzn-oidc-identity": "ann" } }),
    ],
    ["a function URL", urlEvent("GET", "/users")],
    ["an API key only", rest(undefined, "/users", { apiKeyId: "k" })],
    [
      "an API key where a token without scopes is needed",
      rest(undefined, "/signed", { apiKeyId: "k" }),
    ],
    ["an API key where a token is needed as well", rest(undefined, "/both", { apiKeyId: "k" })],
  ])("answers 401 to %s", async (_, event) => {
    const { call } = echo(operations);
    expect(await call(event)).toMatchObject({
      status: 401,
      headers: { "www-authenticate": "Bearer", "content-type": "application/problem+json" },
      body: { status: 401, title: "Unauthorized" },
    });
  });

  it("answers 403 to a caller without a scope, naming what is needed", async () => {
    const { call } = echo(operations);
    expect(await call(rest({ sub: "ann", scope: "users:read users:listing" }))).toMatchObject({
      status: 403,
      headers: { "www-authenticate": `Bearer error="insufficient_scope", scope="${scope}"` },
      body: { status: 403, detail: `This operation needs the scope ${scope}.` },
    });
  });

  it.each([
    [
      "a REST API's Lambda authorizer",
      rest({ principalId: "p", sub: "ann", scope, integrationLatency: 5 }),
    ],
    ["a REST API's Cognito authorizer", rest({ claims: { sub: "ann", scope } })],
    ["an HTTP API's Lambda authorizer", http({ lambda: { sub: "ann", scope } })],
    [
      "an HTTP API's JWT authorizer",
      http({ jwt: { claims: { sub: "ann" }, scopes: scope.split(" ") } }),
    ],
    [
      "an HTTP API's JWT authorizer without route scopes",
      http({ jwt: { claims: { sub: "ann", scope }, scopes: null } }),
    ],
  ])("is open to a caller known from %s", async (_, event) => {
    const { call } = echo(operations);
    expect((await call(event)).body).toEqual({
      id: "read",
      caller: { sub: "ann", scopes: ["users:read", "users:list"] },
    });
  });

  it("takes a native API key for the scheme that is one", async () => {
    const { call } = echo(operations);
    expect(await call(rest(undefined, "/keyed", { apiKeyId: "k1" }))).toMatchObject({
      status: 200,
    });
    expect(await call(rest(undefined, "/keyed", { apiKey: "secret" }))).toMatchObject({
      status: 200,
    });
    expect(await call(rest(undefined, "/keyed", { apiKey: null }))).toMatchObject({ status: 401 });
  });

  it("is refused before its input is looked at", async () => {
    const { call } = echo({
      ...row("post", "POST /users", {
        security: [{ bearer: [] }],
        body: { required: true, content: [{ mediaType: "application/json", kind: "json" }] },
      }),
    });
    expect(
      await call(restEvent({ resource: "/users", httpMethod: "POST", body: "{" })),
    ).toMatchObject({ status: 401 });
  });
});

describe("an operation with optional credentials", () => {
  const optional = row("feed", "GET /feed", { security: [{}, { bearer: [] }] });
  const ask = (authorizer: unknown) =>
    echo(optional).call(restEvent({ resource: "/feed", path: "/feed" }, { authorizer }));

  it("is called by nobody, who is no caller", async () => {
    expect(await ask({ principalId: "anonymous", anonymous: "true" })).toMatchObject({
      status: 200,
      body: { id: "feed" },
    });
    expect((await ask({ principalId: "anonymous", anonymous: "true" })).body).not.toHaveProperty(
      "caller",
    );
  });

  it("is called by somebody, who is the caller", async () => {
    expect(await ask({ principalId: "ann", sub: "ann", scope: "" })).toMatchObject({
      body: { caller: { sub: "ann" } },
    });
  });
});
