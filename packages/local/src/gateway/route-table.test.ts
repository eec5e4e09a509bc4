import fc from "fast-check";
import { expect, it } from "vitest";
import type { GatewayMethod } from "../definition/gateway-definition.js";
import { readDefinition } from "../definition/read-definition.js";
import { definitionOf, proxyOperation } from "./definition.testing.js";
import { methodOf, RouteTable } from "./route-table.js";

function tableOf(...paths: readonly string[]): RouteTable {
  const items = Object.fromEntries(paths.map((path) => [path, { get: proxyOperation("api") }]));
  return new RouteTable(readDefinition(definitionOf(items), new Set(["api"])).resources);
}

function route(table: RouteTable, path: string): string {
  const match = table.match(path);
  if (match === null) return "none";
  const { resource, pathParameters } = match;
  return pathParameters === null
    ? resource.path
    : `${resource.path} ${JSON.stringify(pathParameters)}`;
}

const anyMethod: GatewayMethod = {
  resourcePath: "/",
  pointer: "",
  operationName: null,
  authorizer: null,
  isApiKeyRequired: false,
  requiredParameters: [],
  bodyModels: new Map(),
  integration: { kind: "function", functionName: "api", timeoutMs: 50 },
};

const table = tableOf(
  "/",
  "/users",
  "/users/{userId}",
  "/users/me",
  "/users/{userId}/posts/{postId}",
  "/files/{proxy+}",
  "/{other}/x",
);

it.each([
  ["/", "/"],
  ["/users", "/users"],
  ["/users/", "/users"],
  ["/users/me", "/users/me"],
  ["/users/7", '/users/{userId} {"userId":"7"}'],
  ["/users/me/posts/1", '/users/{userId}/posts/{postId} {"userId":"me","postId":"1"}'],
  ["/files/a/b.txt", '/files/{proxy+} {"proxy":"a/b.txt"}'],
  ["/files/a/", '/files/{proxy+} {"proxy":"a"}'],
  ["/files/x", '/files/{proxy+} {"proxy":"x"}'],
  ["/y/x", '/{other}/x {"other":"y"}'],
])("leads %s to %s", (path, expected) => {
  expect(route(table, path)).toBe(expected);
});

it.each([
  ["an unknown path", "/nothing"],
  ["a variable that is empty", "/users//posts/1"],
  ["a doubled slash at the end", "/users//"],
  ["a doubled slash at the start", "//users"],
  ["a greedy variable that is empty", "/files/"],
  ["another case", "/Users"],
  ["a resource that only leads to others", "/users/7/posts"],
])("leads %s nowhere", (_title, path) => {
  expect(route(table, path)).toBe("none");
});

it("compares segments before decoding: %2F splits nothing, and dots go nowhere", () => {
  expect(route(table, "/users/a%2Fposts%2F1")).toBe('/users/{userId} {"userId":"a%2Fposts%2F1"}');
  expect(route(table, "/users/..")).toBe('/users/{userId} {"userId":".."}');
  expect(route(table, "/users/%2e%2e")).toBe('/users/{userId} {"userId":"%2e%2e"}');
  expect(route(table, "/files/../users")).toBe('/files/{proxy+} {"proxy":"../users"}');
  expect(route(table, "/%75sers")).toBe("none");
});

it("gives a greedy sibling what a deeper resource does not match", () => {
  const deep = tableOf("/a/b/c", "/a/{proxy+}");
  expect(route(deep, "/a/b/c")).toBe("/a/b/c");
  expect(route(deep, "/a/b/d")).toBe('/a/{proxy+} {"proxy":"b/d"}');
});

it("matches only what the template spells with the values it gives", () => {
  const segment = fc.constantFrom("a", "b", "me", "users", "..", "%2F", "", "x");
  const template = fc
    .array(fc.constantFrom("a", "b", "users", "{v}"), { minLength: 1, maxLength: 4 })
    .chain((parts) =>
      fc.boolean().map((isGreedy) => `/${[...parts, ...(isGreedy ? ["{proxy+}"] : [])].join("/")}`),
    );
  fc.assert(
    fc.property(
      fc.uniqueArray(template, { minLength: 1, maxLength: 5 }),
      fc.array(segment, { minLength: 1, maxLength: 5 }),
      (templates, segments) => {
        const resources = templates.map((path) => ({
          path,
          methods: new Map([["GET", anyMethod]]),
        }));
        const path = `/${segments.join("/")}`;
        const match = new RouteTable(resources).match(path);
        if (match === null) return;
        const values = segments.filter(
          (_, index) => match.resource.path.split("/")[index + 1] === "{v}",
        );
        const spelled = match.resource.path
          .replace("{proxy+}", () => match.pathParameters?.proxy ?? "")
          .replace(/\{v\}/g, () => values.shift() ?? "");
        expect(path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path).toBe(spelled);
        expect(Object.values(match.pathParameters ?? {})).not.toContain("");
      },
    ),
  );
});

it("keeps a variable called __proto__ as data", () => {
  const match = tableOf("/a/{__proto__}").match("/a/7");
  expect(Object.entries(match?.pathParameters ?? {})).toEqual([["__proto__", "7"]]);
});

it("falls back to ANY, and to nothing else", () => {
  const { resources } = readDefinition(
    definitionOf({
      "/any": {
        get: proxyOperation("api"),
        "x-amazon-apigateway-any-method": proxyOperation("api", { operationId: "any" }),
      },
      "/get": { get: proxyOperation("api") },
    }),
    new Set(["api"]),
  );
  const [any, get] = resources;
  if (any === undefined || get === undefined) throw new TypeError("two resources are expected");
  expect(methodOf(any, "GET")?.operationName).toBeNull();
  expect(methodOf(any, "PURGE")?.operationName).toBe("any");
  expect(methodOf(get, "HEAD")).toBeNull();
});
