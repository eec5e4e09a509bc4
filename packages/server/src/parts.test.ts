import { formBody, type OperationRow, styledParameter } from "@gatewright/contract";
import { describe, expect, it } from "vitest";
import {
  createLambda,
  type LambdaApi,
  MissingPartError,
  security,
  UnsupportedEventError,
} from "./index.js";
import { echo, row } from "./testing/echo.js";
import { balancerEvent, httpEvent, restEvent, urlEvent } from "./testing/events.js";

const tags = { in: "query", name: "tag", value: { items: "string" } } as const;
const form = { mediaType: "application/x-www-form-urlencoded", kind: "form" } as const;
const operations: Readonly<Record<string, OperationRow>> = {
  ...row("list", "GET /messages", { parameters: [tags] }),
  ...row("post", "POST /messages", { body: { content: [form] }, security: [{ bearer: [] }] }),
};

function create(parts: Partial<LambdaApi>) {
  const api = { operations, requestValidators: {}, ...parts };
  const handlers = { list: async () => {}, post: async () => {} };
  return createLambda({ api, handlers, services: () => ({}) });
}

describe("the parts of an API", () => {
  it("are asked for at the start, all that are missing at once", () => {
    expect(() => create({})).toThrow(MissingPartError);
    expect(() => create({})).toThrow(
      "api needs codecs.parameter, security, codecs.form for its operations",
    );
    expect(() => create({ codecs: { parameter: styledParameter }, security })).toThrow(
      "api needs codecs.form for its operations",
    );
  });

  it("are enough when every operation has its own", () => {
    const codecs = { parameter: styledParameter, form: formBody };
    expect(create({ codecs, security })).toBeTypeOf("function");
  });

  it("are none for plain parameters and JSON", () => {
    const json = { mediaType: "application/json", kind: "json" } as const;
    const parameters = [{ in: "query", name: "limit", value: "integer" }] as const;
    const plain = row("list", "GET /messages", { parameters, body: { content: [json] } });
    expect(create({ operations: plain })).toBeTypeOf("function");
  });
});

describe("a function without routing", () => {
  const plain = row("get", "GET /users/{userId}", {
    parameters: [{ in: "path", name: "userId", value: "string" }],
  });
  const { call, handler } = echo(plain, {
    api: { operations: plain, requestValidators: {} },
    routing: null,
  });

  it("serves what a gateway has routed, whatever it calls the variables", async () => {
    const rest = restEvent({ resource: "/users/{id}", pathParameters: { id: "7" } });
    expect((await call(rest)).body).toEqual({ id: "get", path: { userId: "7" } });
    const http = httpEvent({ routeKey: "ANY /users/{id}", pathParameters: { id: "7" } });
    expect((await call(http)).body).toEqual({ id: "get", path: { userId: "7" } });
    expect(await call(restEvent({ resource: "/nowhere" }))).toMatchObject({ status: 404 });
  });

  it.each([
    ["{proxy+}", restEvent({ resource: "/{proxy+}" })],
    ["$default", httpEvent({ routeKey: "$default" })],
    ["a function URL", urlEvent("GET", "/users/7")],
    ["a load balancer", balancerEvent({ path: "/users/7" })],
  ])("refuses an event of %s, and says what it lacks", async (_, event) => {
    await expect(handler(event)).rejects.toThrow(UnsupportedEventError);
    await expect(handler(event)).rejects.toThrow("routing: byPath");
  });
});
