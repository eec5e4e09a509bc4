import { describe, expect, it } from "vitest";
import { operations } from "../../apps/whiteboard/generated/operations.js";
import { functionOn } from "../parity/targets/function.js";
import { createWorld, type World } from "../parity/world.js";
import { balancerEvent } from "./balancer-event.js";
import { functionUrlEvent } from "./function-url-event.js";
import { httpEvent } from "./http-event.js";
import type { RawRequest } from "./raw-request.js";
import { restEvent } from "./rest-event.js";

const templates = [...new Set(Object.values(operations).map(({ path }) => path))];
const routeKeys = new Set(Object.values(operations).map(({ method, path }) => `${method} ${path}`));
const caller = { sub: "ada", scope: "users:read users:write messages:moderate" };

/** Every source of events that the runtime reads. The last three know no authorizer. */
const sources: Readonly<Record<string, (request: RawRequest) => object>> = {
  "a REST API": (request) => restEvent(request, templates, caller),
  "a REST API with {proxy+} only": (request) => restEvent(request, [], caller),
  "an HTTP API": (request) => httpEvent(request, templates, routeKeys, caller),
  "an HTTP API with $default only": (request) => httpEvent(request, [], routeKeys, caller),
  "an HTTP API with payload format 1.0": (request) => ({
    version: "1.0",
    ...restEvent(request, templates, caller),
  }),
  "a function URL": (request) => functionUrlEvent(request),
  "a function URL that sends base64": (request) => functionUrlEvent(request, true),
  "a load balancer": (request) => balancerEvent(request, false),
  "a load balancer with multi-value headers": (request) => balancerEvent(request, true),
};
const withAuthorizer = Object.entries(sources).filter(([name]) => name.includes("API"));
const withoutAuthorizer = Object.entries(sources).filter(([name]) => !name.includes("API"));

async function call(world: World, event: object) {
  const { statusCode, body = "", ...result } = await functionOn(world)(event);
  const lists = Object.entries(result.multiValueHeaders ?? {}).map(([name, [first]]) => [
    name,
    first,
  ]);
  const headers: Readonly<Record<string, unknown>> = result.headers ?? Object.fromEntries(lists);
  return { statusCode, headers, body: body === "" ? undefined : JSON.parse(body) };
}

function request(line: string, body: unknown = null): RawRequest {
  const [method = "", target = ""] = line.split(" ");
  return {
    method,
    target,
    headers: [
      ["Accept", "application/json"],
      ["Cookie", "theme=dark; note=100%"],
      ...(body === null ? [] : [["Content-Type", "application/json"] as const]),
    ],
    body: body === null ? null : JSON.stringify(body),
  };
}

describe.each(Object.entries(sources))("the function behind %s", (_, eventOf) => {
  it("reads body, header and query, and answers with a location", async () => {
    const world = await createWorld();
    const posted = await call(
      world,
      eventOf({
        ...request("POST /messages", { author: "Grace", text: "Ünïcode 😀" }),
        headers: [
          ["CONTENT-TYPE", "application/json"],
          ["idempotency-KEY", "100%, a"],
        ],
      }),
    );
    expect(posted).toMatchObject({ statusCode: 201, body: { text: "Ünïcode 😀" } });
    expect(posted.headers.location).toBe(`/messages/${posted.body.id}`);
    const listed = await call(world, eventOf(request("GET /messages?limit=1&note=a%26b")));
    expect(listed.body.messages).toEqual([posted.body]);
    const read = await call(world, eventOf(request(`GET /messages/${posted.body.id}`)));
    expect(read.body).toEqual(posted.body);
  });

  it("takes no query key that is sent twice for one that was sent once", async () => {
    const world = await createWorld();
    const twice = await call(world, eventOf(request("GET /messages?limit=2&limit=500")));
    expect(twice).toMatchObject({ statusCode: 400, body: { errors: [{ name: "limit" }] } });
  });

  it("refuses what the contract refuses, as a Problem with the request's id where there is one", async () => {
    const world = await createWorld();
    const { statusCode, headers, body } = await call(
      world,
      eventOf(request("POST /messages", { author: "Grace" })),
    );
    expect(statusCode).toBe(400);
    expect(headers["content-type"]).toBe("application/problem+json");
    expect(body).toMatchObject({ status: 400, requestId: expect.any(String) });
    expect(body.errors).toEqual([{ detail: "is required", pointer: "/text" }]);
  });

  it("tells a wrong method from an unknown path", async () => {
    const world = await createWorld();
    const wrong = await call(world, eventOf(request("PATCH /messages")));
    expect(wrong).toMatchObject({ statusCode: 405, headers: { allow: "GET, POST" } });
    const unknown = await call(world, eventOf(request("GET /nothing")));
    expect(unknown.statusCode).toBe(404);
  });
});

it.each(withAuthorizer)("%s brings the caller along", async (_, eventOf) => {
  const world = await createWorld();
  const { statusCode, body } = await call(world, eventOf(request("GET /users")));
  expect(statusCode).toBe(200);
  expect(body.users).toHaveLength(1);
});

it.each(withoutAuthorizer)(
  "%s has no authorizer: what is protected stays closed",
  async (_, eventOf) => {
    const world = await createWorld();
    const forged = {
      ...request("GET /users"),
      headers: [["Authorization", "Bearer forged"] as const],
    };
    expect((await call(world, eventOf(forged))).statusCode).toBe(401);
  },
);
