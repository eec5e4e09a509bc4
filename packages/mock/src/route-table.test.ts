import { describe, expect, it } from "vitest";
import { createRouteTable } from "./route-table.js";

const table = createRouteTable({
  list: { method: "GET", path: "/messages" },
  read: { method: "GET", path: "/messages/{id}" },
  remove: { method: "DELETE", path: "/messages/{messageId}" },
  latest: { method: "GET", path: "/messages/latest" },
  toString: { method: "GET", path: "/names/{__proto__}" },
  file: { method: "GET", path: "/files/{path+}" },
});

describe("createRouteTable", () => {
  it.each([
    ["GET", "/messages", "list", {}],
    ["GET", "/messages/a%20b", "read", { id: "a b" }],
    ["DELETE", "/messages/7", "remove", { messageId: "7" }],
    ["GET", "/messages/latest", "latest", {}],
    ["DELETE", "/messages/latest", undefined, undefined],
    ["HEAD", "/messages", "list", {}],
    ["GET", "/files/a/b%20c", "file", { path: "a/b c" }],
    ["PUT", "/messages", undefined, undefined],
    ["GET", "/names/x", "toString", JSON.parse('{"__proto__":"x"}')],
  ])("%s %s → %s", (method, path, identifier, variables) => {
    const found = table.find(method, path);
    expect(found?.identifier).toBe(identifier);
    expect(found?.path).toEqual(variables);
  });

  it("knows the methods of a path", () => {
    expect(table.methods("/messages/7")).toEqual(["GET", "DELETE"]);
    expect(table.methods("/nothing")).toEqual([]);
  });
});
