import type { JsonObject, Resources } from "@gatewright/contract";
import { type Handler, type LocalGateway, startLocal } from "@gatewright/local";
import { afterEach, describe, expect, it } from "vitest";
import { readGenerated } from "./targets/generated-file.js";

let local: LocalGateway;
afterEach(() => local.close());

async function start(whiteboard: Handler, authorizer: Handler = () => undefined): Promise<void> {
  local = await startLocal({
    definition: readGenerated<JsonObject>("rest-api.json"),
    resources: readGenerated<Resources>("resources.json"),
    functions: {
      whiteboard: async () => whiteboard,
      "whiteboard-authorizer": async () => authorizer,
    },
    port: 0,
  });
}

/** What a page gets when the gateway answers by itself: always a Problem, and never one that CORS hides. */
async function ask(path: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${local.url}${path}`, {
    headers: { origin: "https://page.example", ...headers },
  });
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const body = await response.json();
  expect(body).toMatchObject({
    type: "about:blank",
    title: expect.any(String),
    detail: expect.any(String),
    requestId: response.headers.get("x-amzn-requestid"),
  });
  // Of a default response nobody knows the status beforehand: it cannot be in the template.
  expect([response.status, undefined]).toContain(body.status);
  return { status: response.status, title: body.title };
}

const token = { authorization: "Bearer x" };
const deny = () => Promise.reject(new Error("Unauthorized"));

describe("the answers of the gateway itself", () => {
  it("a function that throws is a 502", async () => {
    await start(() => Promise.reject(new TypeError("secret")));
    expect(await ask("/messages")).toMatchObject({ status: 502 });
  });

  it("a function that answers nothing API Gateway understands is a 502", async () => {
    await start(() => ({ status: 200 }));
    expect(await ask("/messages")).toMatchObject({ status: 502 });
  });

  it("an authorizer that denies is a 401, without a token and with one", async () => {
    await start(() => undefined, deny);
    expect(await ask("/users")).toEqual({ status: 401, title: "Unauthorized" });
    expect(await ask("/users", token)).toEqual({ status: 401, title: "Unauthorized" });
  });

  it("an authorizer that breaks is a 500, and what it threw stays inside", async () => {
    await start(
      () => undefined,
      () => Promise.reject(new Error("secret")),
    );
    expect(await ask("/users", token)).toEqual({ status: 500, title: "Internal Server Error" });
  });

  it("an authorizer that answers no policy is a 500", async () => {
    await start(
      () => undefined,
      () => ({ isAuthorized: true }),
    );
    expect(await ask("/users", token)).toEqual({ status: 500, title: "Internal Server Error" });
  });

  it("a path that is not there is a 404", async () => {
    await start(() => undefined);
    expect(await ask("/nothing")).toEqual({ status: 404, title: "Not Found" });
  });
});
